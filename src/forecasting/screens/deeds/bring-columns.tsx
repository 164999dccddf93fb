import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { importFields, type ImportField, type ImportPreview } from '../../contract.ts'
import { words } from './words.ts'

const ASIDE = '-'

/** The first lines of the file, and above each column what it says: as it was understood, or as somebody says it. */
export function BringColumns({
  preview,
  onSay,
}: {
  preview: ImportPreview
  onSay: (heading: string, field: ImportField | null) => void
}) {
  const say = useWords(words)
  const { headings, rows, columns } = preview
  const saidBy = new Map(
    importFields.flatMap((field) => (columns[field] === undefined ? [] : [[columns[field], field] as const])),
  )
  const options = [
    { id: ASIDE, label: say('column_none') },
    ...importFields.map((field) => ({ id: field, label: say(`column_${field}`) })),
  ]
  return (
    <div className="forecasting-columns" role="region" aria-label={say('fileColumns')} tabIndex={0}>
      <table>
        <caption>{say('fileColumns')}</caption>
        <thead>
          <tr>
            {headings.map((heading, i) => (
              <th key={`${heading} ${i}`} scope="col" data-aside={!saidBy.has(heading) || undefined}>
                <Select
                  label={say('fileColumn', { heading })}
                  hideLabel
                  options={options}
                  value={saidBy.get(heading) ?? ASIDE}
                  onChange={(chosen) => onSay(heading, importFields.find((field) => field === chosen) ?? null)}
                />
                <span>{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {headings.map((heading, i) => (
                <td key={`${heading} ${i}`} data-aside={!saidBy.has(heading) || undefined}>
                  {row[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
