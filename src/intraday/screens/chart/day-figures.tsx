import { useWords } from '#ui/words'
import type { Lines } from '../../contract.ts'
import { useNumber, usePercent } from '../shown.ts'
import { words } from '../words.ts'

type Table = { lines: Lines; seen: { from: number; to: number }; timeOf: (place: number) => string; label: string }

/** The day as a table, folded away until asked for. */
export function DayFigures({ lines, seen, timeOf, label }: Table) {
  const say = useWords(words)
  const number = useNumber(1)
  const percent = usePercent()
  const heads = ['interval', 'forecast', 'arrived', 'again', 'need', 'planned', 'here', 'level', 'risk'] as const
  return (
    <details className="ui-chart-figures">
      <summary>{say('figures')}</summary>
      <div className="ui-chart-scroll" tabIndex={0} role="region" aria-label={`${say('chartOf', { label })} – ${say('figures')}`}>
        <table>
          <thead>
            <tr>{heads.map((head) => <th key={head} scope="col">{say(head)}</th>)}</tr>
          </thead>
          <tbody>
            {Array.from({ length: seen.to - seen.from }, (_, n) => seen.from + n).map((at) => (
              <tr key={at}>
                <th scope="row">{timeOf(at)}</th>
                {[lines.forecast, lines.arrived, lines.again.mean, lines.need, lines.planned, lines.here].map((line, n) => <td key={n}>{number(line[at] ?? null)}</td>)}
                <td>{percent(lines.level[at] ?? null)}</td>
                <td>{percent(lines.chance_below[at] ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
} // prettier-ignore
