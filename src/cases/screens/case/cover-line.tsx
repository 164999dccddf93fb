import { day } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Notice } from '#ui/layout'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Case } from '../../contract.ts'
import { words } from './standing-words.ts'

/** The owner is away: until when, and who stands in. The owner stays the one who answers for it. */
export function CoverLine({ found, me }: { found: Case; me: string | undefined }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const now = useNow()
  if (!found.away_until || found.status !== 'open') return null
  const owner = found.owner.name
  const until = day(found.away_until, { now, spoken })
  if (!found.covered_by) return <Notice tone="danger">{say('coveredByNobody', { owner, until })}</Notice>
  const mine = found.covered_by.person.id === me
  return (
    <Notice tone={mine ? 'promise' : 'info'} icon="people">
      {mine ? say('coveredByMe', { owner, until }) : say('covered', { owner, until, name: found.covered_by.person.name })}
    </Notice>
  )
}
