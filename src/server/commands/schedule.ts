import { threadPlanner } from '#scheduling'
import { askShape, type Ask, type Progress } from '#scheduling/contract'
import { askTroubles } from '#scheduling/engine'
import { listen, print, talk, troubles, valueOf, wrong, type Command } from './json-in.ts'
import { scheduleSchema } from './schedule-schemas.ts'
import { scheduleTable } from './schedule-table.ts'

const help = `guichet schedule ASK.json|- [--json] [--schema] [--seconds N]
  Who works when: shifts, lunches and breaks for everybody, within contracts and the law, as near to what is needed as can be proven; and where
  it does not fit, why, with what would help. There is always a plan: at the time limit, or at Ctrl-C, the best so far.
    -            the ask comes by standard input
    --json       the answer as JSON
    --schema     the JSON Schema of an ask, as \`guichet schema schedule\` prints it (\`schedule-report\`: of the answer)
    --seconds N  take at most so long (60)
    echo '{"first_day": "2026-11-23", "needs": [{"rows": [{"from": "09:00", "to": "18:00", "need": 2}]}], "people": [{"name": "agent", "count": 5}]}' | npx guichet schedule -
  docs/operate/schedule.md tells the rest, with examples that run.
`
const command: Command = {
  name: 'schedule',
  help,
  document: 'the ask',
  example: 'week.json',
  schema: scheduleSchema,
  options: ['--seconds'],
}

export async function run(args: string[]): Promise<number> {
  const call = listen(command, args)
  if (typeof call === 'number') return call
  const seconds = call.options['--seconds']
  if (seconds !== undefined && !(Number(seconds) >= 0.5 && Number(seconds) <= 3_600)) return wrong(command, '--seconds must be a number from 0.5 to 3600') // prettier-ignore
  const read = valueOf(command, call, askShape)
  if (typeof read === 'number') return read
  const ask: Ask =
    seconds === undefined ? read.value : { ...read.value, limits: { ...read.value.limits, seconds: Number(seconds) } }
  const amiss = askTroubles(ask)
  if (amiss.length > 0) return troubles(command, amiss)
  const planner = threadPlanner(ask)
  const enough = (): void => planner.enough()
  process.once('SIGINT', enough)
  const quiet = follow(() => planner.progress())
  const ended = await planner.ended
  quiet()
  process.off('SIGINT', enough)
  if (ended.as === 'done') return print(call.json ? `${JSON.stringify(ended.answer)}\n` : `${scheduleTable(ended.answer, ask)}\n`)
  if (ended.as === 'fell') throw ended.error
  talk(
    command,
    ended.as === 'too_much' ? 'it took more memory or time than there is: plan fewer people or days at once' : 'it was stopped',
  )
  return 1
}

// On a terminal where it is, a few times a second; into a file nothing of it.
function follow(progress: () => Progress | null): () => void {
  if (!process.stderr.isTTY) return () => {}
  const timer = setInterval(() => {
    const now = progress()
    if (now) process.stderr.write(`\r${said(now).padEnd(78)}`)
  }, 250)
  return () => {
    clearInterval(timer)
    process.stderr.write(`\r${' '.repeat(78)}\r`)
  }
}

function said({ phase, seconds, incumbent, gap }: Progress): string {
  const best = incumbent === null ? '' : `, best plan ${incumbent.toFixed(1)}`
  const near = gap === null ? '' : `, at most ${(gap * 100).toFixed(1)} % from the best there is`
  return `${Math.round(seconds)} s, ${phase}${best}${near}`
}
