import { useMe } from '#access/screens'
import { listAbsences, type Absence } from '#staff/contract'
import { Badge, type BadgeTone } from '#ui/badge'
import { ButtonLink } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { dayName, wallHour } from '../planning/grid/hours.ts'
import { words } from './words.ts'

const tones: Partial<Record<Absence['state'], BadgeTone>> = { asked: 'info', approved: 'good', declined: 'danger' }

/** What I asked for and what became of it; asking is on the page of the team. */
export function MyAbsences({ zone }: { zone: string }) {
  const { me } = useMe()
  return me?.person ? <Mine person={me.person.id} zone={zone} /> : null
}

function Mine({ person, zone }: { person: Absence['person_id']; zone: string }) {
  const say = useWords(words)
  const span = useAbsenceSpan(zone)
  const asked = useAsk(listAbsences, { person, limit: 10 })
  const declined = useAsk(listAbsences, { person, state: 'declined', limit: 5 })
  const items = [...(asked.data?.items ?? []), ...(declined.data?.items ?? [])].toSorted((a, b) => a.starts_at.localeCompare(b.starts_at))
  return (
    <Panel title={say('absences')}>
      <p className="scheduling-quiet">{say('absencesText')}</p>
      <ul className="scheduling-asks">
        {items.map((each) => (
          <li key={each.id} className="scheduling-wish">
            <span>
              {span(each)}
              {each.because && <small className="scheduling-quiet">{each.answered_by ? say('declinedBy', { name: each.answered_by.name, text: each.because }) : each.because}</small>}
            </span>
            <Badge tone={tones[each.state] ?? 'neutral'}>{say('absenceState', { state: each.state })}</Badge>
          </li>
        ))}
      </ul>
      <ButtonLink href="/desk/staff?tab=absences" icon="calendar">{say('goAbsences')}</ButtonLink>
    </Panel>
  )
} // prettier-ignore

/** "lun. 23 nov. – ven. 27 nov."; with its hours where it is a part of a day. */
function useAbsenceSpan(zone: string): (absence: Pick<Absence, 'starts_at' | 'ends_at'>) => string {
  const spoken = useLanguage()
  return ({ starts_at, ends_at }) => {
    const [from, to] = [Date.parse(starts_at), Date.parse(ends_at)]
    const dayOf = (at: number): string => dayName(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString(), spoken, 'short') // prettier-ignore
    const [begin, end] = [wallHour(from, zone), wallHour(to, zone)]
    const isWhole = begin === '00:00' && end === '00:00'
    if (isWhole) return dayOf(from) === dayOf(to - 1) ? dayOf(from) : `${dayOf(from)} – ${dayOf(to - 1)}`
    return dayOf(from) === dayOf(to - 1) ? `${dayOf(from)}, ${begin} – ${end}` : `${dayOf(from)}, ${begin} – ${dayOf(to)}, ${end}`
  }
}
