import { useWords } from '#ui/words'
import { SpokenText } from './spoken-text.tsx'
import { words } from './message-words.ts'

type Field = { label: string; value: string }

/** What was filled in on a form: each question with its answer, in the order it was asked. */
export function FilledIn({ fields }: { fields: readonly Field[] }) {
  const say = useWords(words)
  return (
    <dl className="cases-filled-in" aria-label={say('filledIn')}>
      {fields.map(({ label, value }, at) => (
        <div key={at} data-long={value.length > 60 || value.includes('\n') || undefined}>
          <dt>{label}</dt>
          <dd>{value.trim() === '' ? <span aria-label={say('leftEmpty')}>–</span> : <SpokenText text={value} />}</dd>
        </div>
      ))}
    </dl>
  )
}
