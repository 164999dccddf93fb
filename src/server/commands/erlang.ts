import { erlangShape } from '#staffing/contract'
import { ask } from '#staffing/engine'
import { erlangTable } from './erlang-table.ts'
import { erlangSchema } from './staffing-schemas.ts'
import { listen, print, troubles, valueOf, type Command } from './json-in.ts'

const help = `guichet erlang QUESTION.json|- [--json] [--schema]
  How many people, how many calls, how many lines: Erlang B, C and A, exact, with a bound on lines, several chats at once and patience as measured.
  Whatever is left out of agents, calls_per_hour and lines is found for the targets; with all given the figures are told. One question, a list of them,
  or lists in its fields for a grid.
    -            the question comes by standard input
    --json       the answer as JSON
    --schema     the JSON Schema of a question, as \`guichet schema erlang\` prints it (\`erlang-report\`: of the answer)
    echo '{"calls_per_hour": 240, "handling_s": 180, "patience_s": 120, "targets": [{"share": 0.8, "within_s": 20}]}' | npx guichet erlang -
  docs/operate/staffing.md tells the rest, with examples that run.
`
const command: Command = {
  name: 'erlang',
  help,
  document: 'the question',
  example: 'question.json',
  schema: erlangSchema,
}

export function run(args: string[]): Promise<number> {
  return Promise.resolve(answer(args))
}

function answer(args: string[]): number {
  const call = listen(command, args)
  if (typeof call === 'number') return call
  const read = valueOf(command, call, erlangShape)
  if (typeof read === 'number') return read
  const asked = ask(read.value)
  if ('fields' in asked) return troubles(command, asked.fields)
  return print(call.json ? `${JSON.stringify(asked.report)}\n` : `${erlangTable(asked.report)}\n`)
}
