import { Segments } from '#ui/choice'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { QueueHours } from '../../../contract/rulebook.ts'
import { ElsewhereField } from './elsewhere-field.tsx'
import type { Editing } from './queue-editor.tsx'
import { turnWords } from './turn-words.ts'

/** When it is open, and what becomes of what comes outside of that. A week of its own is kept, where a document brought one. */
export function HoursPart({ book, queue, set }: Editing) {
  const say = useWords(turnWords)
  const { calendars } = book.house
  const kinds = [
    { id: 'always' as const, label: say('hoursAlways') },
    ...(calendars.length > 0 ? [{ id: 'calendar' as const, label: say('hoursCalendar') }] : []),
    ...(queue.hours.kind === 'weekly' ? [{ id: 'weekly' as const, label: say('hoursWeekly') }] : []),
  ]
  const choose = (kind: QueueHours['kind']): void => {
    if (kind === 'always') set({ hours: { kind } })
    else if (kind === 'calendar') set({ hours: { kind, calendar: calendars[0]!.id } })
  }
  return (
    <div className="routing-fields">
      <Segments label={say('hoursKind')} options={kinds} value={queue.hours.kind} onChange={choose} />
      {calendars.length === 0 && <small>{say('noCalendars')}</small>}
      {queue.hours.kind === 'weekly' && <small>{say('weeklyKept')}</small>}
      {queue.hours.kind === 'calendar' && (
        <Select
          label={say('calendar')} options={calendars.map(({ id, name }) => ({ id, label: name }))} value={queue.hours.calendar}
          onChange={(calendar) => set({ hours: { kind: 'calendar', calendar } })}
        />
      )}
      {queue.hours.kind !== 'always' && <ElsewhereField label={say('closed')} says="does" value={queue.closed} book={book} not={queue.key} onChange={(closed) => set({ closed })} />}
    </div>
  )
} // prettier-ignore
