// Overtime that a contract allows is no wrong, and yet never silent: who plans it, or hands it out, reads it. Counted by the week (L3121-29, L3123-28). Pure.
import type { PersonId } from '#base/contract'
import { laws, type TroubleSaid } from '../contract.ts'
import { sayHours } from '../engine/say-hours.ts'
import { mondayOf } from './days.ts'
import { dayIn, type Weeks } from './legality.ts'
import { paidMin } from './paid.ts'

/** Paid minutes beyond hours and band of the contract, by the Monday of the week; what lies beyond all it allows is said as a wrong already. */
export function overtimeOf({ shifts, contract, from, to }: Weeks): Map<string, number> {
  const [agreed, most] = [
    contract.hours_week + contract.hours_more,
    contract.hours_week + contract.hours_more + contract.overtime_most,
  ]
  const weeks = Map.groupBy(shifts, ({ day }) => mondayOf(Temporal.PlainDate.from(day)).toString())
  const found = new Map<string, number>()
  for (const [monday, own] of weeks) {
    const paid = own.reduce((sum, shift) => sum + paidMin(shift), 0)
    if (monday >= mondayOf(Temporal.PlainDate.from(from)).toString() && monday <= to && paid > agreed * 60 && paid <= most * 60)
      found.set(monday, paid - agreed * 60)
  }
  return found
}

/** Those that are new, or more than before. */
export function sayOvertime(weeks: Weeks, name: string, before?: ReadonlyMap<string, number>): TroubleSaid[] {
  const { person, contract, law } = weeks
  const isPart = contract.hours_week < laws[law].full_time_h
  return [...overtimeOf(weeks)]
    .filter(([monday, minutes]) => minutes > (before?.get(monday) ?? 0))
    .map(([day, minutes]) => {
      const [fr, en] = [sayHours(minutes / 60, 'fr'), sayHours(minutes / 60, 'en')]
      return {
        code: 'contract_overtime', hard: false, person: person as PersonId, name, day, shift: null,
        fr: `${name}, semaine du ${dayIn(day, 'fr')}\u202f: ${fr} d’heures ${isPart ? 'complémentaires (L3123-28)' : 'supplémentaires (L3121-28)'}.`,
        en: `${name}, week of ${dayIn(day, 'en')}: ${en} of ${isPart ? 'hours beyond a part-time contract (L3123-28)' : 'overtime (L3121-28)'}.`,
      } // prettier-ignore
    })
}

/** What whoever takes a shift should know of their own week before they do: hours beyond their contract. */
export const isOwnOvertime = ({ code, person }: TroubleSaid, me: PersonId): boolean =>
  person === me && (code === 'contract_overtime' || code === 'contract_hours_more')
