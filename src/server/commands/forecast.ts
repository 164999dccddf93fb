import path from 'node:path'
import { askWithFiles, forecastWithAll } from '#forecasting'
import { askShape, askTroubles, forecastSchema } from '#forecasting/engine'
import { forecastTable } from './forecast-table.ts'
import { contentOf, listen, print, talk, talker, troubles, valueOf, type Command } from './json-in.ts'

const help = `guichet forecast ASK.json|- [--json] [--schema]
  How many will come, interval by interval: several methods race on the past, from moments of it with what was known then, and the best is told with
  its bounds. The simple ones always race; a method that loses to them is not told. Prints the race and the days, or with --json everything: intervals,
  quantiles, errors by lead time, outliers, gaps, handling time, patience.
    -            the ask comes by standard input
    --json       the answer as JSON
    --schema     the JSON Schema of an ask, as \`guichet schema forecast\` prints it (\`forecast-report\`: of the answer)
    echo '{"interval_min": 60, "series": [{"name": "calls", "from": "2026-03-02T08:00:00Z", "values": [12, 20, 15, 9, 16, 11, 8, 15, 12, 14]}], "horizon": {"days": 2}}' | npx guichet forecast -
  A table of your own is "file" instead of "from" and "values": {"path": "calls.csv", "at": "when", "n": "calls"}, the headings of its columns.
  docs/operate/forecast.md tells the rest, with examples that run.
`
const command: Command = { name: 'forecast', help, document: 'the ask', example: 'calls.json', schema: forecastSchema }

export async function run(args: string[]): Promise<number> {
  const call = listen(command, args)
  if (typeof call === 'number') return call
  const read = valueOf(command, call, askShape)
  if (typeof read === 'number') return read
  const folder = call.file === '-' ? '.' : path.dirname(call.file)
  const whole = askWithFiles(read.value, (named) => contentOf(path.resolve(folder, named)))
  if ('fields' in whole) return troubles(command, whole.fields)
  for (const line of whole.talk) talk(command, line)
  const wrong = askTroubles(whole.ask)
  if (wrong.length > 0) return troubles(command, wrong.slice(0, 20))
  const began = performance.now()
  const answer = await forecastWithAll(whole.ask, { progress: talker() })
  talk(command, `${answer.series.length} series in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
  return print(call.json ? `${JSON.stringify(answer)}\n` : `${forecastTable(answer)}\n`)
}
