import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { SpokenText } from './spoken-text.tsx'
import { words } from './message-words.ts'

type Field = { label: string; value: string }

/** What was filled in on a form: each question with its answer, in the order it was asked. */
export function FilledIn({ fields }: { fields: readonly Field[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  return (
    <dl className="cases-filled-in" aria-label={say('filledIn')}>
      {fields.map(({ label, value }, at) => (
        <div key={at} data-long={value.length > 60 || value.includes('\n') || undefined}>
          <dt>{label}</dt>
          <dd>
            {value.trim() === '' ? <span aria-label={say('leftEmpty')}>–</span> : <SpokenText text={dated(value, spoken)} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}

// A day is kept as it sorts and shown as it is said.
function dated(value: string, spoken: 'fr' | 'en'): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const date = new Date(`${value}T12:00:00`)
  if (Number.isNaN(date.getTime())) return value
  return new Intl.DateTimeFormat(spoken === 'fr' ? 'fr-FR' : 'en-GB', { dateStyle: 'full' }).format(date)
}
