// Who of the made-up centre is planned today, as the published plan has it.
import * as scheduling from '#scheduling'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { activityTraits } from '#scheduling/contract'
import { staysOf, type Span, type Stay, type Turn } from '../texts/habits.ts'

export const ZONE = 'Europe/Paris'
/** Played by visitors: whoever misses a day, it is not them. */
export const guests: readonly string[] = ['helene', 'sophie', 'camille']

type Of = ReadonlyMap<PersonId, string> // keys of the roster, by person

export async function turnsToday(work: Work, keys: Of): Promise<Turn[]> {
  const day = work.now.toZonedDateTimeISO(ZONE).startOfDay()
  const shifts = await scheduling.shiftsBetween(work, { from: day.toInstant(), to: day.add({ days: 1 }).toInstant() })
  return shifts.flatMap(({ person, activities, away, ...shift }) => {
    const who = keys.get(person)
    if (who === undefined || away.length > 0) return []
    const of = (sort: 'rest' | 'elsewhere'): Span[] =>
      activities.filter(({ kind }) => sortOf(kind) === sort).map((each) => spanOf(each))
    return [{ who, ...spanOf(shift), rests: of('rest'), elsewhere: of('elsewhere') }]
  })
}

export const staysToday = (work: Work, turns: readonly Turn[]): Stay[] =>
  staysOf(work.now.toZonedDateTimeISO(ZONE).toPlainDate().toString(), turns, guests)

const spanOf = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): Span => ({
  from: Date.parse(starts_at),
  to: Date.parse(ends_at),
})

const sortOf = (kind: keyof typeof activityTraits): 'work' | 'rest' | 'elsewhere' =>
  activityTraits[kind].productive ? 'work' : activityTraits[kind].neutral ? 'elsewhere' : 'rest'
