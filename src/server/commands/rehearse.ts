import path from 'node:path'
import { rehearseTogether, reportTable, scenarioWithFile } from '#rehearsal'
import { isReady, readScenario, scenarioSchema, type Ready, type Trouble } from '#rehearsal/engine'
import { contentOf, documentOf, listen, print, talk, talker, troubles, wrong, type Command, type Mend } from './json-in.ts'

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
const command: Command = {
  name: 'rehearse',
  help,
  document: 'the scenario',
  example: 'monday.json',
  schema: scenarioSchema,
  options: ['--threads'],
}

export async function run(args: string[]): Promise<number> {
  const call = listen(command, args)
  if (typeof call === 'number') return call
  const said = call.options['--threads']
  const threads = said === undefined ? undefined : Number(said)
  if (threads !== undefined && !isCount(threads)) return wrong(command, '--threads must be a number from 1 to 64')
  const read = scenarioOf(call.file)
  if ('mend' in read) return wrong(command, read)
  if ('fields' in read) return troubles(command, read.fields)
  const began = performance.now()
  const report = await rehearseTogether(read.scenario, { ...(threads !== undefined && { threads }), progress: talker() })
  const seconds = (performance.now() - began) / 1_000
  talk(command, `${report.events} events in ${seconds.toFixed(1)} s`)
  return print(call.json ? `${JSON.stringify(report)}\n` : `${reportTable(report)}\n`)
}

const isCount = (threads: number): boolean => Number.isInteger(threads) && threads >= 1 && threads <= 64

function scenarioOf(file: string): { scenario: Ready } | { fields: Trouble[] } | Mend {
  const document = documentOf(file)
  if ('mend' in document) return document
  const folder = file === '-' ? '.' : path.dirname(file)
  const whole = scenarioWithFile(document.written, (named) => contentOf(path.resolve(folder, named)))
  if ('fields' in whole) return whole
  for (const line of whole.talk) talk(command, line)
  const read = readScenario(whole.scenario)
  if ('fields' in read) return read
  return isReady(read.scenario)
    ? { scenario: read.scenario }
    : { fields: [{ path: 'traffic', message: 'write kinds of contact, or a file of them' }] }
}
