// Breaks and lunches moved out of the pinch, and trainings put off. A rest stays a rest: as long, within the same shift, and never so late that somebody
// works six hours without one (in France, Code du travail L3121-16: 20 minutes after six hours at most). What the plan's own check refuses is not done.
import { without } from '../adherence.ts'
import type { Span } from '../doing.ts'
import type { ActivityNow, PersonNow, Situation } from '../situation.ts'
import { MINUTE, named, NOTICE, spanText, type Candidate } from './candidate.ts'
import { spareAt, type Pressure } from './pressure.ts'

const LONGEST_WITHOUT_REST = 6 * 60 * MINUTE
const STEP = 15 * MINUTE
const FROM_ENDS = 60 * MINUTE // of the shift
const MOST_MOVED = 3
/** A rest is moved by so much at most: a lunch at four is no lunch. */
const FURTHEST = 105 * MINUTE
const LAW_REST = 20 * MINUTE

type Placed = { person: PersonNow; activity: ActivityNow; to: Span | null; gain: number }

export function moveRests(situation: Situation, pressure: Pressure): Candidate[] {
  const moved = placesFor(situation, pressure, ({ sort }) => sort === 'rest').filter(({ to }) => to !== null)
  const chosen = onePerPerson(moved).slice(0, MOST_MOVED)
  if (chosen.length === 0) return []
  return [{
    id: 'shift_rests', kind: 'shift_rests', steps: chosen.map((each) => retimed(each, each.to!)),
    cost: { people: chosen.length, rests_moved: chosen.length, extra_min: 0, training_min: 0 },
  }]
} // prettier-ignore

/** Meetings and trainings later today where there is a place for them, else another day; never the hours of elected representatives. */
export function moveTrainings(situation: Situation, pressure: Pressure): Candidate[] {
  const moved = placesFor(situation, pressure, ({ sort, kind }) => sort === 'neutral' && kind !== 'delegation' && kind !== 'absence')
  const chosen = onePerPerson(moved).slice(0, MOST_MOVED * 3)
  if (chosen.length === 0) return []
  const minutes = chosen.reduce((sum, { activity }) => sum + (activity.to - activity.from) / MINUTE, 0)
  const steps = chosen.map((each) =>
    each.to
      ? retimed(each, each.to)
      : { does: 'cancel' as const, person: named(each.person), shift: each.person.shift!.id, activity: each.activity.id, kind: each.activity.kind, was: spanText(each.activity) },
  )
  return [{ id: 'move_training', kind: 'move_training', steps, cost: { people: chosen.length, rests_moved: 0, extra_min: 0, training_min: Math.round(minutes) } }]
} // prettier-ignore

const retimed = ({ person, activity }: Placed, to: Span) =>
  ({ does: 'retime', person: named(person), shift: person.shift!.id, activity: activity.id, kind: activity.kind, was: spanText(activity), to: spanText(to) }) as const // prettier-ignore

// Those that take most of the pinch first.
function placesFor(situation: Situation, pressure: Pressure, wanted: (activity: ActivityNow) => boolean): Placed[] {
  const { pinch } = pressure
  if (!pinch) return []
  const own = new Set(situation.queues.filter((queue) => queue.own && !queue.deferred).map(({ key }) => key))
  return situation.people
    .filter((person) => person.here && person.shift && Object.entries(person.queues).some(([key, preference]) => preference > 0 && own.has(key)))
    .flatMap((person) =>
      person.activities
        .filter((activity) => wanted(activity) && activity.from > situation.now + NOTICE && overlap(activity, pinch) > 0)
        .map((activity) => {
          const to = bestPlace(person, activity, { situation, pressure })
          return { person, activity, to, gain: overlap(activity, pinch) - (to ? overlap(to, pinch) : 0) }
        }),
    )
    .filter(({ gain }) => gain >= 10 * MINUTE)
    .toSorted((a, b) => b.gain - a.gain || (a.person.id < b.person.id ? -1 : 1))
} // prettier-ignore

const onePerPerson = (placed: readonly Placed[]): Placed[] =>
  [...new Map(placed.toReversed().map((each) => [each.person.id, each])).values()].toReversed()

const overlap = (one: Span, other: Span): number => Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from))

type Around = { situation: Situation; pressure: Pressure }

// Where most people are to spare; of two alike, the one nearer to where it was.
function bestPlace(person: PersonNow, activity: ActivityNow, { situation, pressure }: Around): Span | null {
  const { shift } = person
  if (!shift) return null
  const length = activity.to - activity.from
  const others = [...person.activities.filter(({ id }) => id !== activity.id), ...person.away]
  const reach = activity.sort === 'rest' ? FURTHEST : Number.POSITIVE_INFINITY
  let best: { span: Span; worth: number } | null = null
  const first = Math.max(shift.from + FROM_ENDS, activity.from - reach, Math.ceil((situation.now + NOTICE) / STEP) * STEP)
  for (let from = first; from + length <= Math.min(shift.to - FROM_ENDS, activity.to + reach); from += STEP) {
    const span = { from, to: from + length }
    if (others.some((other) => overlap(span, other) > 0) || overlap(span, pressure.pinch!) > 0) continue
    if (activity.sort === 'rest' && longestWork(person, activity, span) > LONGEST_WITHOUT_REST) continue
    const spare = Math.min(spareAt(pressure, span.from), spareAt(pressure, span.to - 1))
    const worth = spare - Math.abs(from - activity.from) / (240 * MINUTE)
    if (spare >= 1 && (!best || worth > best.worth)) best = { span, worth }
  }
  return best?.span ?? null
}

/** The longest piece of a shift without a rest of twenty minutes, once one of its rests is elsewhere. */
export function longestWork(
  { shift, activities }: Pick<PersonNow, 'shift' | 'activities'>,
  moved: ActivityNow,
  to: Span,
): number {
  if (!shift) return 0
  const rests = activities.filter(({ sort, id }) => sort === 'rest' && id !== moved.id)
  const long = [...rests, to].filter((rest) => rest.to - rest.from >= LAW_REST)
  return Math.max(0, ...without(shift, long).map((piece) => piece.to - piece.from))
}
