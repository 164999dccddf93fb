// Lunch, breaks, training and meetings in force go to routing, which offers nothing that would run into them: all of a person’s day at once, so that
// publishing again changes nothing.
import { givingWay } from '#base/give-way'
import * as routing from '#routing'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { ActivityKind } from '../contract.ts'
import { midnight } from '../rules/days.ts'
import type { Different } from '../rules/difference.ts'
import { at, localDay, ms, shownActivities, remembering } from '../rules/drawn.ts'
import { inForceBetween } from '../store/in-force.ts'

const MOST_SHIFTS = 60_000
const AT_ONCE = 100 // people: what hundreds have in a month is written and read in pieces, between which others are served
type Kind = routing.BreaksPlanned['breaks'][number]['kind']
/** What routing calls it; plain work is no break. */
export const breakKinds: Readonly<Record<Exclude<ActivityKind, 'work'>, Kind>> = {
  lunch: 'lunch',
  break: 'pause',
  training: 'training',
  meeting: 'meeting',
  coaching: 'meeting',
  project: 'other',
  delegation: 'other',
  absence: 'other',
}

export async function pushBreaks(work: Work, zone: string, changes: readonly Different[]): Promise<void> {
  const wayGiven = givingWay()
  const days = await daysByPerson(changes, zone, wayGiven)
  if (days.size === 0) return
  const all = [...days.values()].flatMap((theirs) => [...theirs]).toSorted()
  const whole = { from: startOf(all[0]!, zone), to: startOf(dayAfter(all.at(-1)!), zone) }
  const rows = await inForceBetween(work, { ...whole, people: [...days.keys()], most: MOST_SHIFTS })
  const theirs = Map.groupBy(rows, ({ person_id }) => person_id)
  const starts = remembering((day: string) => startOf(day, zone))
  const people = [...days]
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const sets: routing.BreaksPlanned[] = []
    for (const [person, dated] of people.slice(from, from + AT_ONCE)) {
      const breaks = (theirs.get(person) ?? []).flatMap(breaksOf).map((each) => ({ each, begins: ms(each.starts_at) }))
      for (const { first, last } of stretchesOf(dated))
        sets.push(setOf(person, { from: starts(first), to: starts(dayAfter(last)) }, breaks))
      await wayGiven()
    }
    await routing.planBreaks(work, sets)
  }
}

// Also the day on which a night shift ends.
async function daysByPerson(
  changes: readonly Different[],
  zone: string,
  wayGiven: ReturnType<typeof givingWay>,
): Promise<Map<PersonId, Set<string>>> {
  const days = new Map<PersonId, Set<string>>()
  const [begins, ends] = [
    remembering((moment: string) => localDay(moment, zone)),
    remembering((end: string) => localDay(at(ms(end) - 1), zone)),
  ]
  for (const { person, before, after } of changes) {
    for (const hours of [before, after])
      if (hours) {
        const theirs = days.get(person) ?? new Set<string>()
        days.set(person, theirs.add(begins(hours.starts_at)).add(ends(hours.ends_at)))
      }
    await wayGiven()
  }
  return days
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** Days that follow one another, together. */
function stretchesOf(days: ReadonlySet<string>): { first: string; last: string }[] {
  const stretches: { first: string; last: string }[] = []
  for (const day of [...days].toSorted()) {
    const before = stretches.at(-1)
    if (before && dayAfter(before.last) === day) before.last = day
    else stretches.push({ first: day, last: day })
  }
  return stretches
}
const startOf = (day: string, zone: string): Temporal.Instant => midnight(Temporal.PlainDate.from(day), zone)

type Row = Awaited<ReturnType<typeof inForceBetween>>[number]
const breaksOf = ({ starts_at, activities }: Row): routing.BreaksPlanned['breaks'] =>
  shownActivities({ starts_at: starts_at.toString(), activities }).flatMap((each) =>
    each.kind === 'work' ? [] : [{ kind: breakKinds[each.kind], starts_at: each.starts_at, ends_at: each.ends_at }],
  )

function setOf(
  person: PersonId,
  { from, to }: { from: Temporal.Instant; to: Temporal.Instant },
  breaks: readonly { each: routing.BreaksPlanned['breaks'][number]; begins: number }[],
): routing.BreaksPlanned {
  const within = breaks.filter(({ begins }) => begins >= from.epochMilliseconds && begins < to.epochMilliseconds)
  return { person, from: String(from), to: String(to), breaks: within.map(({ each }) => each) }
}
