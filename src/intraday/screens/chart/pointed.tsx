import { useWords } from '#ui/words'
import type { Lines } from '../../contract.ts'
import { useNumber, usePercent } from '../shown.ts'
import { words } from '../words.ts'

type At = { lines: Lines; place: number; time: string; past: boolean; end: boolean }

/** What is known of the interval one points at; said to who does not see it. */
export function Pointed({ lines, place, time, past, end }: At) {
  const say = useWords(words)
  const number = useNumber(1)
  const percent = usePercent()
  const rows: [string, string][] = [
    [say('forecast'), number(lines.forecast[place] ?? null)],
    past ? [say('arrived'), number(lines.arrived[place] ?? null)] : [say('again'), number(lines.again.mean[place] ?? null)],
    [say('need'), number(lines.need[place] ?? null)],
    [say('planned'), number(lines.planned[place] ?? null)],
    [say(past ? 'here' : 'hereExpected'), number(lines.here[place] ?? null)],
    [`${say('level')} (${say(past ? 'reached' : 'expected').toLocaleLowerCase()})`, percent(lines.level[place] ?? null)],
    ...(past ? [] : [[say('risk'), percent(lines.chance_below[place] ?? null)] as [string, string]]),
  ]
  return (
    <div className="intraday-tip" data-end={end || undefined} role="status">
      <strong>{time}</strong>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
