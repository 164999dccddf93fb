import { useWords } from '#ui/words'
import { words } from '../words.ts'
import type { HeatRow } from './heat-map.tsx'

const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The same numbers as a plain table: to be read aloud, or copied into a sheet. */
export function NeedTable({ label, rows, minutes }: { label: string; rows: readonly HeatRow[]; minutes: readonly number[] }) {
  const say = useWords(words)
  return (
    <details className="staffing-details">
      <summary>{say('asTable')}</summary>
      <div className="staffing-scrolls" tabIndex={0} role="region" aria-label={say('tableCaption', { label })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('hour')}</th>
              {rows.map((row) => (
                <th key={row.key} scope="col">
                  {row.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {minutes.map((minute, column) => (
              <tr key={minute}>
                <th scope="row">{time(minute)}</th>
                {rows.map((row) => (
                  <td key={row.key}>{row.cells[column]?.text || '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
