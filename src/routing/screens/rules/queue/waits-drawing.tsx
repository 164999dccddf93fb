// Who is asked, as the wait grows: a line of time in pieces, the last one open.
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { PersonsFirst } from '../../../contract/rulebook.ts'
import { sayExactly } from '../../../rules/say-exactly.ts'
import { words } from './words.ts'

const order = ['owner', 'contact', 'deputies'] as const

export function WaitsDrawing({ persons }: { persons: PersonsFirst }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const asked = order.flatMap((who) => (persons[who] && persons[who].wait_s > 0 ? [{ who, wait_s: persons[who].wait_s }] : []))
  const total = asked.reduce((sum, { wait_s }) => sum + wait_s, 0)
  if (asked.length === 0) return null
  return (
    <div className="routing-waits" role="img" aria-label={say('drawingPersons')}>
      {asked.map(({ who, wait_s }, at) => (
        <span key={who} data-at={at} style={{ flexGrow: 0.35 + wait_s / total }}>
          <b>{say(who)}</b>
          <small>{sayExactly(wait_s)[spoken]}</small>
        </span>
      ))}
      <span data-at="rest" style={{ flexGrow: 0.6 }}>
        <b>{say('everybody')}</b>
      </span>
    </div>
  )
}
