import { Badge, type BadgeTone } from '#ui/badge'
import { useLanguage } from '#ui/language'
import { Table } from '#ui/table'
import { useWords } from '#ui/words'
import type { ShiftChange } from '../../../contract/publishing.ts'
import { dayName, wallHour } from '../grid/hours.ts'
import { publishWords } from './words.ts'

export const tones: Record<ShiftChange['change'], BadgeTone> = { new: 'good', moved: 'promise', changed: 'info', gone: 'danger' }

/** Whose shift, on which day, what became of it. */
export function Changes({ changes, zone }: { changes: readonly ShiftChange[]; zone: string }) {
  const say = useWords(publishWords)
  const spoken = useLanguage()
  const hours = hoursIn(zone)
  return (
    <div className="scheduling-changes" role="region" aria-label={say('list')} tabIndex={0}>
      <Table
        label={say('list')}
        rows={changes}
        idOf={({ shift, change }) => `${shift}${change}`}
        columns={[
          { id: 'person', title: say('person'), cell: ({ person }) => person.name, width: 'wide' },
          { id: 'day', title: say('day'), cell: ({ day }) => dayName(day, spoken, 'short') },
          { id: 'what', title: say('what'), cell: ({ change }) => <Badge tone={tones[change]}>{say(`change_${change}`)}</Badge> },
          { id: 'hours', title: say('hours'), cell: hours },
        ]}
      />
    </div>
  )
} // prettier-ignore

/** The same where there is less room. */
export function ChangeLines({ changes, zone }: { changes: readonly ShiftChange[]; zone: string }) {
  const say = useWords(publishWords)
  const spoken = useLanguage()
  const hours = hoursIn(zone)
  return (
    <ul className="scheduling-change-lines" aria-label={say('list')}>
      {changes.map((each) => (
        <li key={`${each.shift}${each.change}`}>
          <span>{each.person.name}</span>
          <Badge tone={tones[each.change]}>{say(`change_${each.change}`)}</Badge>
          <small>{dayName(each.day, spoken, 'short')} · {hours(each)}</small>
        </li>
      ))}
    </ul>
  )
} // prettier-ignore

const hoursIn = (zone: string): ((change: ShiftChange) => string) => {
  const span = (each: ShiftChange['before']): string =>
    each ? `${wallHour(Date.parse(each.starts_at), zone)}–${wallHour(Date.parse(each.ends_at), zone)}` : ''
  return ({ before, after }) =>
    before && after && span(before) !== span(after) ? `${span(before)} → ${span(after)}` : span(after ?? before)
}
