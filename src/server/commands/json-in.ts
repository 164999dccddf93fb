// What commands that read one JSON document have in common: their words, the document, what is wrong with it, how far they are.
// Data goes to standard output, talk to standard error; 2 is a wrong call, with the mend in one line for each trouble.
import type { z } from 'zod'
import { sentencesOf, type Trouble } from '#rehearsal/engine'
import { jsonTrouble } from './json-trouble.ts'
import { documentText, tableText } from './read-text.ts'

/** A command: its name, its help, what its document is called, the schema of it, and its own options (`--threads N`), which all take a value. */
export type Command = {
  name: string
  help: string
  document: string // "the scenario": what troubles at its root are said of
  example: string // a document's file name, for the mend: "monday.json"
  schema: () => object
  options?: readonly string[]
}
export type Call = { file: string; json: boolean; options: Readonly<Record<string, string>> }
export type Mend = { mend: string; alone?: true } // alone: the call itself is right, and needs no example

/** What was asked: a call to answer, or the exit code where help, the schema or a mend has been said already. */
export function listen(command: Command, args: readonly string[]): Call | number {
  if (args.includes('--help') || args.includes('-h')) return print(command.help)
  if (args.includes('--schema')) return print(`${JSON.stringify(command.schema(), null, 1)}\n`)
  const heard = wordsIn(command, args)
  if ('mend' in heard) return wrong(command, heard.mend)
  const [file, more] = heard.words
  if (file === undefined) return wrong(command, `say which file, or - for standard input`)
  if (more !== undefined) return wrong(command, `one file at a time, "${more}" is one too many`)
  return { file, json: args.includes('--json'), options: heard.options }
}

function wordsIn({ options: known = [] }: Command, args: readonly string[]) {
  const words: string[] = []
  const options: Record<string, string> = {}
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]! // within the bounds of the loop
    const [name = '', inline] = arg.split(/=(.*)/s)
    if (known.includes(name)) options[name] = inline ?? args[++i] ?? ''
    else if (arg === '-' || !arg.startsWith('-')) words.push(arg)
    else if (arg !== '--json') return { mend: `there is no option ${name}` }
  }
  return { words, options }
}

/** The JSON document of a file or of standard input. */
export function documentOf(file: string): { written: unknown } | Mend {
  const name = file === '-' ? 'standard input' : file
  let text: string
  try {
    text = documentText(file)
  } catch (error) {
    return { mend: `${name} cannot be read: ${saidBy(error)}`, alone: true }
  }
  if (text.trim() === '') return { mend: `${name} is empty` }
  try {
    return { written: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return { mend: `${name} is not JSON: ${jsonTrouble(text.replace(/^\uFEFF/, ''))}`, alone: true }
  }
}

/** The text of a table that a document names; throws in words where it cannot be read. */
export function contentOf(file: string): string {
  try {
    return tableText(file)
  } catch (error) {
    throw new Error(saidBy(error), { cause: error })
  }
}

/** A document held against its shape: the value, or what is wrong, field by field. */
export function held<T extends z.ZodType>(shape: T, written: unknown): { value: z.output<T> } | { fields: Trouble[] } {
  const read = shape.safeParse(written)
  return read.success ? { value: read.data } : { fields: sentencesOf(read.error.issues, { shape, written }) }
}

/** Reads the document of a call and holds it against the shape; the exit code where it is wrong (then said already). */
export function valueOf<T extends z.ZodType>(command: Command, { file }: Call, shape: T): { value: z.output<T> } | number {
  const document = documentOf(file)
  if ('mend' in document) return wrong(command, document)
  const read = held(shape, document.written)
  return 'fields' in read ? troubles(command, read.fields) : read
}

/** On a terminal how far it is, a few times a second after the first; into a file nothing of it. */
export function talker(): (share: number) => void {
  if (!process.stderr.isTTY) return () => {}
  let [next, stands] = [performance.now() + 1_000, false]
  return (share) => {
    if (share >= 1 ? !stands : performance.now() < next) return // who was quick need not say that it is over
    next = performance.now() + 250
    stands = share < 1
    process.stderr.write(`\r${Math.round(share * 100)} %${stands ? '' : '\n'}`)
  }
}

export const talk = ({ name }: Command, line: string): void => void process.stderr.write(`guichet ${name}: ${line}\n`)

export function print(words: string): 0 {
  process.stdout.write(words)
  return 0
}

const MOST_TROUBLES = 10

export function troubles(command: Command, fields: readonly Trouble[]): 2 {
  for (const { path, message } of fields.slice(0, MOST_TROUBLES)) talk(command, `${path || command.document}: ${message}`)
  if (fields.length > MOST_TROUBLES) talk(command, '… and more: mend these first')
  return 2
}

export function wrong(command: Command, said: string | Mend): 2 {
  const call = `npx guichet ${command.name}`
  const { mend, alone = false } = typeof said === 'string' ? { mend: said } : said
  if (alone) talk(command, `${mend}.`)
  else talk(command, `${mend}, as in \`${call} ${command.example}\` or \`${call} - --json < ${command.example}\`.`)
  return 2
}

const plainly: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its rights do not allow it',
  EPERM: 'its rights do not allow it',
  ELOOP: 'it is a link to itself',
}

function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return ('code' in error ? plainly[String(error.code)] : undefined) ?? error.message
}
