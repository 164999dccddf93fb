import type { Drawn } from './chart.tsx'
import { words } from './floor-words.ts'
import { useWords } from './words.ts'

/** The figures of a chart as a table, folded away until asked for. A figure that leads somewhere is a button. */
export function ChartFigures({ labels, labelName, series, title, format = String, onPick }: Drawn) {
  const say = useWords(words)
  return (
    <details className="ui-chart-figures">
      <summary>{say('figures')}</summary>
      <div className="ui-chart-scroll" tabIndex={0} role="region" aria-label={`${title} – ${say('figures')}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{labelName}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map(({ name, values }, column) => (
                  <td key={name}>
                    <Figure
                      value={values[row] ?? null}
                      format={format}
                      {...(onPick ? { onPick: () => onPick(row, column) } : {})}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Figure({ value, format, onPick }: { value: number | null; format: (value: number) => string; onPick?: () => void }) {
  if (value === null) return '–'
  if (!onPick || value === 0) return format(value)
  return (
    <button type="button" className="ui-chart-figure" onClick={onPick}>
      {format(value)}
    </button>
  )
}
