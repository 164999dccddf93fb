// Somebody's weeks held against law, contract and absences, and said in words. Pure.
import { asFrenchWrites, type PersonId } from '#base/contract'
import { laws, type LawName, type Shift, type ShiftId, type Trouble, type TroubleSaid, type WorkContract } from '../contract.ts'
import { check, sayTrouble } from '../engine/index.ts'
import { mondayOf } from './days.ts'
import { wholeDay, type Drawn } from './drawn.ts'
import type { Absent } from './presence.ts'

export type Weeks = {
  person: PersonId
  site: string | null
  zone: string
  from: string // troubles of these local days
  to: string
  shifts: readonly (Drawn & { id: ShiftId })[]
  away: readonly Absent[]
  contract: WorkContract
  law: LawName
  worked_h?: Readonly<Record<string, number>> | undefined // of weeks before these shifts, by their Monday: for the average over several
}
export type Found = Trouble & { person: PersonId }

/** What is wrong; an empty list is a right week. Of the days asked for only; those around give rests and weeks their edge. */
export function troublesOf({ person, zone, from, to, shifts, away, contract, law, worked_h }: Weeks): Found[] {
  const who = { person, zone, from, to, away, credit_h: creditOf(away, { zone, contract }), ...(worked_h && { worked_h }) }
  return check(shifts.map(written), { law: laws[law], contract }, who).map((trouble) => ({ ...trouble, person }))
}

const written = (shift: Weeks['shifts'][number]): Shift => ({
  person: shift.person ?? '', day: shift.day, starts_at: shift.starts_at, ends_at: shift.ends_at, activities: wholeDay(shift),
}) // prettier-ignore

// A day of leave stands for a day of the contract, so that a week with leave in it may have fewer hours. The part of a week somebody never works does not.
function creditOf(away: readonly Absent[], { zone, contract }: Pick<Weeks, 'zone' | 'contract'>): Record<string, number> {
  const credit: Record<string, number> = {}
  for (const { from_ms, to_ms, free } of away) {
    if (free) continue
    const [first, last] = [dayAt(from_ms, zone), dayAt(to_ms - 1, zone)]
    const parts = [
      ...(from_ms > startOf(first, zone) ? [first] : []),
      ...(to_ms < startOf(last.add({ days: 1 }), zone) ? [last] : []),
    ]
    for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (day.dayOfWeek > 5) continue
      const monday = mondayOf(day).toString()
      const share = parts.some((part) => part.equals(day)) ? 0.5 : 1 // as the optimiser counts it
      credit[monday] = Math.min(contract.hours_week, (credit[monday] ?? 0) + (share * contract.hours_week) / contract.days_most)
    }
  }
  return credit
}
const startOf = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds
const dayAt = (milliseconds: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone).toPlainDate()

// A contract of too few hours is an old wrong: no single shift makes it one.
export const isHard = ({ against, code }: Trouble): boolean => against !== 'contract' && code !== 'contract_too_short'

export const sayTroubles = (found: readonly Found[], names: ReadonlyMap<PersonId, string>): TroubleSaid[] =>
  found.map((trouble) => {
    const { fr, en } = sayTrouble(trouble)
    const name = names.get(trouble.person) ?? ''
    const { code, person, day } = trouble
    return {
      code,
      hard: isHard(trouble),
      person,
      name,
      day,
      shift: null,
      fr: `${name}, ${dayIn(day, 'fr')}\u202f: ${fr}.`,
      en: `${name}, ${dayIn(day, 'en')}: ${en}.`,
    }
  })

// A formatter is slow to make, and a plan has thousands of troubles.
const said = { weekday: 'long', day: 'numeric', month: 'long' } as const
const formats = { fr: new Intl.DateTimeFormat('fr-FR', said), en: new Intl.DateTimeFormat('en-GB', said) }
export function dayIn(day: string, language: 'fr' | 'en'): string {
  const written = formats[language].format(Temporal.PlainDate.from(day))
  return language === 'fr' ? asFrenchWrites(written) : written
}
