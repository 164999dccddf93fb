// When everything of the past happened: stories laid over the last weeks, each step at a believable hour. Pure.
import { chanceOf, type Chance } from '../texts/chance.ts'
import type { CustomerCast } from '../texts/cast.ts'
import { storiesFor, tell, type Told } from '../texts/letters.ts'
import type { Story } from '../texts/story.ts'

export type StepKind = 'customer' | 'us' | 'look' | 'note' | 'close'
export type Step = { at: Temporal.Instant; thread: number; turn: number; kind: StepKind }
export type Thread = { told: Told; dressed: boolean; steps: Step[] }

const ZONE = 'Europe/Paris'
const DAYS = 33
const THREADS = 132

type Wish = { seed: number; now: Temporal.Instant; most?: number | undefined }

/** Stories in the order in which they began. What would have happened after `now` has not happened yet. */
export function planOf(cast: readonly CustomerCast[], { seed, now, most = THREADS }: Wish): Thread[] {
  const chance = chanceOf(seed + 2)
  const often = new Map<string, number>()
  const begun = Array.from({ length: most }, (_, at) => {
    const customer = at < cast.length ? cast[at]! : chance.one(cast) // everybody has written at least once
    const told = tell(leastTold(storiesFor(customer), often, chance), customer, chance)
    return { told, start: startOf(told, now, chance), dressed: customer.company !== null || chance.happens(0.12) }
  })
  return begun
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start))
    .map(({ told, start, dressed }, thread) => ({ told, dressed, steps: stepsOf({ told, start, thread }, now, chance) }))
}

/** All steps of all threads, the earliest first. */
export const inOrder = (threads: readonly Thread[]): Step[] =>
  threads.flatMap(({ steps }) => steps).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))

// Every story about as often as every other, and those that are not over more rarely: nobody has six terraces waiting.
function leastTold(stories: readonly Story[], often: Map<string, number>, chance: Chance): Story {
  const weight = (story: Story): number => (often.get(story.key) ?? 0) * (story.ends === 'closed' ? 1 : 3)
  const least = Math.min(...stories.map(weight))
  const chosen = chance.one(stories.filter((story) => weight(story) <= least + 1))
  often.set(chosen.key, (often.get(chosen.key) ?? 0) + 1)
  return chosen
}

// What is not over yet began lately; what is over began any time of the last weeks.
function startOf({ story }: Told, now: Temporal.Instant, chance: Chance): Temporal.Instant {
  const hours = story.turns.reduce((sum, [, after]) => sum + after, 0)
  const back =
    story.ends === 'closed' ? Math.min(DAYS * 24, hours * 0.4 + chance.below(DAYS * 24)) : hours + chance.between(1, 60)
  return awake(now.subtract({ minutes: Math.round(back * 60) + chance.below(60) + 5 }), chance, now)
}

function stepsOf(
  { told, start, thread }: { told: Told; start: Temporal.Instant; thread: number },
  now: Temporal.Instant,
  chance: Chance,
): Step[] {
  const steps: Step[] = []
  let at = start
  for (const [turn, [by, hours]] of told.story.turns.entries()) {
    if (turn > 0) at = at.add({ minutes: hours * 60 + chance.below(50) })
    at = by === 'us' ? atWork(at, chance) : awake(at, chance, now)
    steps.push({ at, thread, turn, kind: by })
    if (by === 'customer' && turn === 0 && chance.happens(0.18))
      steps.push({ at: atWork(at.add({ minutes: 50 }), chance), thread, turn, kind: 'note' })
    if (by === 'customer' && chance.happens(0.6))
      steps.push({ at: atWork(at.add({ minutes: 35 }), chance), thread, turn, kind: 'look' })
  }
  if (told.story.ends === 'closed')
    steps.push({
      at: atWork(at.add({ minutes: 90 + chance.below(400) }), chance),
      thread,
      turn: told.story.turns.length - 1,
      kind: 'close',
    })
  const before = now.subtract({ minutes: 2 })
  return steps.filter((step) => Temporal.Instant.compare(step.at, before) < 0)
}

// Customers write when they are awake, the centre when it is open.
function awake(at: Temporal.Instant, chance: Chance, now: Temporal.Instant): Temporal.Instant {
  const local = at.toZonedDateTimeISO(ZONE)
  if (local.hour >= 7 && local.hour < 23) return at
  const moved = local.with({ hour: 7 + chance.below(4), minute: chance.below(60) }).toInstant()
  const evening = local
    .subtract({ hours: 8 })
    .with({ hour: 18 + chance.below(5), minute: chance.below(60) })
    .toInstant()
  return Temporal.Instant.compare(moved, now) < 0 ? moved : evening
}

/** The same moment, or the next at which the centre is at work. */
export function atWork(at: Temporal.Instant, chance: Chance): Temporal.Instant {
  let local = at.toZonedDateTimeISO(ZONE)
  if (local.hour >= 18 || local.dayOfWeek === 7) local = morning(local.add({ days: 1 }), chance)
  else if (local.hour < 9) local = morning(local, chance)
  return (local.dayOfWeek === 7 ? morning(local.add({ days: 1 }), chance) : local).toInstant()
}

const morning = (day: Temporal.ZonedDateTime, chance: Chance): Temporal.ZonedDateTime =>
  day.with({ hour: 9 + chance.below(3), minute: chance.below(60) })
