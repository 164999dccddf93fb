import { staffShape } from '#staffing/contract'
import { staff } from '#staffing/engine'
import { listen, print, talker, troubles, valueOf, type Command } from './json-in.ts'
import { staffSchema } from './staffing-schemas.ts'
import { staffTable } from './staff-table.ts'

const help = `guichet staff INTERVALS.json|- [--json] [--schema]
  How many people per interval: calls and chats by their targets, work that can wait by its due dates, people with skills by simulation, and how many to
  schedule for it (seated ÷ (1 − shrinkage)). With agents given: what these come to, who waits carried from interval to interval.
    -            the question comes by standard input
    --json       the answer as JSON
    --schema     the JSON Schema of a question, as \`guichet schema staff\` prints it (\`staff-report\`: of the answer)
    echo '{"interval_min": 30, "queues": [{"name": "calls", "calls": [80, 120, 95], "handling_s": 240, "patience_s": 150, "targets": [{"share": 0.8, "within_s": 20}]}], "shrinkage": 0.3}' | npx guichet staff -
  docs/operate/staffing.md tells the rest, with examples that run.
`
const command: Command = { name: 'staff', help, document: 'the question', example: 'monday.json', schema: staffSchema }

export function run(args: string[]): Promise<number> {
  return Promise.resolve(answer(args))
}

function answer(args: string[]): number {
  const call = listen(command, args)
  if (typeof call === 'number') return call
  const read = valueOf(command, call, staffShape)
  if (typeof read === 'number') return read
  const told = staff(read.value, talker())
  if ('fields' in told) return troubles(command, told.fields)
  return print(call.json ? `${JSON.stringify(told.report)}\n` : `${staffTable(told.report)}\n`)
}
