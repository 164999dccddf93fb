import { Badge } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Filled } from '../../contract.ts'
import { words } from './words.ts'

/** A value as one reads it: choices as badges, links as links, and when a date speaks up. */
export function ShownValue({ filled }: { filled: Filled }) {
  const spoken = useLanguage()
  const { field, value, shown } = filled
  if (value === null) return null
  if (field.kind === 'choice' || field.kind === 'choices') {
    const chosen = [value].flat().map(String)
    return (
      <span className="fields-badges">
        {field.options
          .filter(({ id }) => chosen.includes(id))
          .map(({ id, name, colour }) => (
            <Badge key={id} tone={colour}>
              {name[spoken]}
            </Badge>
          ))}
      </span>
    )
  }
  if (field.kind === 'link')
    return (
      <a href={typeof value === 'string' ? value : ''} target="_blank" rel="noreferrer" className="fields-link">
        {shown[spoken].replace(/^https?:\/\//, '').replace(/\/$/, '')}
      </a>
    )
  return (
    <span className={field.kind === 'long_text' ? 'fields-long' : undefined}>
      {shown[spoken]}
      <Reminder filled={filled} />
    </span>
  )
}

function Reminder({ filled: { remind_at, reminded_at } }: { filled: Filled }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const day = (at: string) =>
    new Date(at).toLocaleDateString(spoken === 'fr' ? 'fr-FR' : 'en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
  if (remind_at) return <small>{say('remindOn', { day: day(remind_at) })}</small>
  return reminded_at ? <small>{say('reminded', { day: day(reminded_at) })}</small> : null
}
