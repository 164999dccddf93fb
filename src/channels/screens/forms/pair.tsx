import { TextArea, TextField } from '#ui/field'
import type { Both, Definition } from '../../contract.ts'

type Paired = { labels: readonly [string, string]; value: Both; draft: Definition; onChange: (both: Both) => void; rows?: number }

/** One text in each of the form's languages, side by side. */
export function Pair({ labels, value, draft, onChange, rows }: Paired) {
  const spoken = (['fr', 'en'] as const).filter((language) => draft.languages.includes(language))
  return (
    <div className="forms-pair">
      {spoken.map((language) => {
        const asked = {
          label: labels[language === 'fr' ? 0 : 1],
          value: value[language],
          onChange: (text: string) => onChange({ ...value, [language]: text }),
        }
        return rows ? <TextArea key={language} {...asked} rows={rows} /> : <TextField key={language} {...asked} />
      })}
    </div>
  )
}
