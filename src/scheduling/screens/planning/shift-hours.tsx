import { Combobox } from '#ui/combobox'
import { useWords } from '#ui/words'
import type { BoardNow } from './grid/board.ts'
import { HourField } from './hour-field.tsx'
import { shiftWords } from './shift-words.ts'

const at = (day: string, hour: string, zone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: hour }).epochMilliseconds

/** From hour to hour on that day; through the night when it ends before it begins. */
export function spanFrom(day: string, hours: { from: string; to: string }, zone: string): { from: number; to: number } {
  const [from, to] = [at(day, hours.from, zone), at(day, hours.to, zone)]
  return { from, to: to > from ? to : at(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), hours.to, zone) }
}

export function Whose({ board, person, onPerson, isDisabled = false }: { board: BoardNow; person: string | null; onPerson: (id: string | null) => void; isDisabled?: boolean }) {
  const say = useWords(shiftWords)
  return <Combobox label={say('person')} options={board.people.map(({ id, name }) => ({ id, label: name }))} value={person} onChange={onPerson} placeholder={say('nobody')} isDisabled={isDisabled} />
} // prettier-ignore

export type Timing = { from: string; to: string }
type Timed = { hours: Timing; onHours: (hours: Timing) => void; isDisabled?: boolean; eager?: boolean }
export function Hours({ hours, onHours, isDisabled = false, eager = false }: Timed) {
  const say = useWords(shiftWords)
  return (
    <div className="scheduling-two">
      <HourField label={say('starts')} value={hours.from} onChange={(from) => onHours({ ...hours, from })} isDisabled={isDisabled} eager={eager} />
      <HourField label={say('ends')} value={hours.to} onChange={(to) => onHours({ ...hours, to })} isDisabled={isDisabled} eager={eager} />
    </div>
  )
} // prettier-ignore
