import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { rehearseTogether, reportTable, scenarioWithFile } from '#rehearsal'
import { isReady, readScenario, scenarioSchema, type Ready, type Trouble } from '#rehearsal/engine'

const help = `guichet rehearse SCENARIO.json|- [--json] [--schema] [--threads N]
  What if: plays a period of contacts, made up or from a file, under today's rules, staff and hours, and under tomorrow's where the scenario
  says them ("compare"), on the very engine that routes. Prints a table, or with --json the whole report: each figure with its
  confidence interval and the name of its formula.
    -            the scenario comes by standard input
    --json       the report as JSON
    --schema     the JSON Schema of a scenario, as \`guichet schema rehearse\` prints it
    --threads N  use N threads (as many as cores); the report is the same
  docs/operate/rehearse.md tells how a scenario is written, with examples that run.
`
const flags = ['--json', '--schema', '--threads', '--help', '-h']

export async function run(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) return print(help)
  if (args.includes('--schema')) return print(`${JSON.stringify(scenarioSchema(), null, 1)}\n`)
  const wanted = call(args)
  if ('mend' in wanted) return wrong(wanted.mend)
  const text = textOf(wanted.file)
  if (typeof text !== 'string') return wrong(text.mend)
  const read = scenarioOf(text, wanted.file)
  if ('mend' in read) return wrong(read.mend)
  if ('fields' in read) return troubles(read.fields)
  const began = performance.now()
  const report = await rehearseTogether(read.scenario, {
    ...(wanted.threads !== undefined && { threads: wanted.threads }),
    progress: talker(),
  })
  const seconds = (performance.now() - began) / 1_000
  talk(`${report.events} events in ${seconds.toFixed(1)} s`)
  return print(wanted.json ? `${JSON.stringify(report)}\n` : `${reportTable(report)}\n`)
}

type Call = { file: string; json: boolean; threads?: number }

function call(args: readonly string[]): Call | { mend: string } {
  const heard = listen(args)
  if ('mend' in heard) return heard
  const { words, threads: said } = heard
  const [file, more] = words
  if (file === undefined) return { mend: 'say which scenario' }
  if (more !== undefined) return { mend: `one scenario at a time, "${more}" is one too many` }
  const threads = said === undefined ? undefined : Number(said)
  if (threads !== undefined && !isCount(threads)) return { mend: '--threads must be a number from 1 to 64' }
  return { file, json: args.includes('--json'), ...(threads !== undefined && { threads }) }
}

function listen(args: readonly string[]): { words: string[]; threads: string | undefined } | { mend: string } {
  const words: string[] = []
  let threads: string | undefined
  for (let i = 0; i < args.length; i++) {
    const [name = '', inline] = (args[i] ?? '').split(/=(.*)/s)
    if (name === '--threads') threads = inline ?? args[++i] ?? ''
    else if (name === '-' || !name.startsWith('-')) words.push(args[i]!) // within the bounds of the loop
    else if (!flags.includes(name)) return { mend: `there is no option ${name}` }
  }
  return { words, threads }
}

// A device that never ends would be read for ever.
function contentOf(file: string): string {
  if (statSync(file).isCharacterDevice()) throw new Error('it is a device, not a file')
  return readFileSync(file, 'utf8')
}

const isCount = (threads: number): boolean => Number.isInteger(threads) && threads >= 1 && threads <= 64

function textOf(file: string): string | { mend: string } {
  try {
    return file === '-' ? readFileSync(0, 'utf8') : contentOf(file)
  } catch (error) {
    return { mend: `${file} cannot be read (${error instanceof Error ? error.message : String(error)})` }
  }
}

function scenarioOf(text: string, file: string): { scenario: Ready } | { fields: Trouble[] } | { mend: string } {
  let written: unknown
  try {
    written = JSON.parse(text)
  } catch (error) {
    return { mend: `${file} is not JSON (${error instanceof Error ? error.message : String(error)})` }
  }
  const folder = file === '-' ? '.' : path.dirname(file)
  const whole = scenarioWithFile(written, (named) => contentOf(path.resolve(folder, named)))
  if ('fields' in whole) return whole
  for (const line of whole.talk) talk(line)
  const read = readScenario(whole.scenario)
  if ('fields' in read) return read
  return isReady(read.scenario)
    ? { scenario: read.scenario }
    : { fields: [{ path: 'traffic', message: 'write kinds of contact, or a file of them' }] }
}

// On a terminal how far it is, a few times a second; into a file nothing of it.
function talker(): (share: number) => void {
  if (!process.stderr.isTTY) return () => {}
  let next = performance.now() + 1_000
  return (share) => {
    if (performance.now() < next && share < 1) return
    next = performance.now() + 250
    process.stderr.write(`\r${Math.round(share * 100)} %${share >= 1 ? '\n' : ''}`)
  }
}

const talk = (line: string): void => void process.stderr.write(`guichet rehearse: ${line}\n`)

function print(words: string): number {
  process.stdout.write(words)
  return 0
}

function troubles(fields: readonly Trouble[]): number {
  const lines = fields.map((trouble) => `guichet rehearse: ${trouble.path || 'the scenario'}: ${trouble.message}\n`)
  process.stderr.write(lines.join(''))
  return 2
}

function wrong(mend: string): number {
  process.stderr.write(
    `guichet rehearse: ${mend}, as in \`npx guichet rehearse monday.json\` or \`npx guichet rehearse - --json < monday.json\`.\n`,
  )
  return 2
}
