// Shifts of somebody's week, made up but lawful: lunch, two breaks, now and then a training or a meeting.

export type MadeShift = {
  id: string
  plan: string
  person: string | null
  day: string
  starts_at: string
  ends_at: string
  activities: { id: string; kind: string; name: string; starts_at: string; ends_at: string; gathering: string | null }[]
  pattern: null
  site: null
  note: string
  locked: boolean
  away: never[]
  published: 'no' | 'yes' | 'changed'
  version: number
}

export const FIRST_DAY = '2026-11-23'

export const idOf = (kind: number, at: number): string =>
  `0190${kind.toString(16).padStart(4, '0')}-0000-7000-8000-${at.toString(16).padStart(12, '0')}`

export const dayOf = (first: string, at: number): string => Temporal.PlainDate.from(first).add({ days: at }).toString()
const MINUTE = 60_000

type Whose = { plan: string; person: string | null; at: number; days: number }

export function shiftsOf({ plan, person, at, days }: Whose): MadeShift[] {
  return Array.from({ length: days }, (_, day) => day)
    .filter((day) => day % 7 < 5 === ((at + day) % 11 !== 3)) // a Saturday instead of a day, now and then
    .map((day) => oneShift({ plan, person, at, day: dayOf(FIRST_DAY, day), number: at * 40 + day }))
}

function oneShift({
  plan,
  person,
  at,
  day,
  number,
}: {
  plan: string
  person: string | null
  at: number
  day: string
  number: number
}): MadeShift {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Paris' }).epochMilliseconds
  const start = midnight + (480 + ((at * 37) % 17) * 15) * MINUTE
  const long = at % 6 === 0 ? 300 : 480
  const activity = (index: number, kind: string, [from, minutes, name = '']: readonly [number, number, string?]) => ({
    id: String(index), kind, name, gathering: name ? idOf(6, number) : null,
    starts_at: new Date(start + from * MINUTE).toISOString(), ends_at: new Date(start + (from + minutes) * MINUTE).toISOString(),
  }) // prettier-ignore
  const activities = [
    activity(1, 'break', [105, 15]),
    ...(long > 300 ? [activity(2, 'lunch', [210 + (at % 5) * 15, 60])] : []),
    ...(number % 9 === 0 ? [activity(3, 'training', [330, 60, 'Nouvelle offre'])] : []),
    ...(number % 13 === 0 ? [activity(5, 'meeting', [60, 30, 'Point d’équipe'])] : []),
    ...(number % 29 === 0 ? [activity(6, 'coaching', [30, 30])] : []),
    ...(long > 300 ? [activity(4, 'break', [405, 15])] : []),
  ]
  return {
    id: idOf(4, number), plan, person, day, activities, pattern: null, site: null, note: '', away: [], version: 1,
    starts_at: new Date(start).toISOString(), ends_at: new Date(start + long * MINUTE).toISOString(),
    locked: number % 31 === 0, published: number % 17 === 0 ? 'changed' : 'yes',
  } // prettier-ignore
}

/** Minutes of it that are paid. */
export function workedOf({ starts_at, ends_at, activities }: MadeShift): number {
  const long = (span: { starts_at: string; ends_at: string }): number =>
    (Date.parse(span.ends_at) - Date.parse(span.starts_at)) / MINUTE
  return (
    long({ starts_at, ends_at }) - activities.filter(({ kind }) => kind === 'lunch').reduce((sum, lunch) => sum + long(lunch), 0)
  )
}
