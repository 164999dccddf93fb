// The day from now until tonight as the rehearsal plays it: second 0 is now. Who waits already and what is in hand load it and are not counted: what they
// came to is in the day's own figures.
import type { ScenarioInput } from '#rehearsal/contract'
import { speedOf, type LevelFormula } from './level.ts'
import { workOf, type PersonNow, type QueueNow, type Situation, type StreamNow } from './situation.ts'

const SECOND = 1_000
const IN_HAND = 'in hand'
/** Contacts played for one move on each side: more replications of a quiet evening, fewer of a busy day. */
const CONTACTS = 25_000
const FEWEST_REPLICATIONS = 8
const MOST_REPLICATIONS = 40
const FINISH_S = 3_600

const formulas = {
  'service_level.offered.1': 'answered_within_of_offered',
  'service_level.patient.1': 'answered_within_of_offered_less_short_abandons',
  'service_level.lenient.1': 'answered_or_left_within_of_offered',
  'service_level.answered.1': 'answered_within_of_answered',
} as const satisfies Record<LevelFormula, string>

/** How people take an offered call-back, where nobody has measured it. Source: Armony & Maglaras (2004) discuss one half as a middle case. */
const CALL_BACK = { accepted: 0.5, reached: 0.9 }

export const isPlayable = (situation: Situation): boolean =>
  staffOf(situation).length > 0 && situation.streams.some(({ coming, waiting }) => waiting > 0 || coming.some((n) => n > 0))

/** Today as it is, beside today with a move: the same contacts come to both (common random numbers). */
export function scenarioOf(today: Situation, tomorrow: Situation | null): ScenarioInput {
  const own = today.queues.find(({ own, deferred }) => own && !deferred)
  const seconds = (today.until - today.now) / SECOND
  const expected = today.streams.reduce((sum, { coming, waiting }) => sum + waiting + coming.reduce((all, n) => all + n, 0), 1)
  return {
    name: 'today',
    seed: 1,
    replications: Math.round(Math.min(MOST_REPLICATIONS, Math.max(FEWEST_REPLICATIONS, CONTACTS / expected))),
    days: Math.max(60, seconds) / 86_400,
    warm_up_s: 1,
    finish_s: FINISH_S,
    traffic: [...inHandOf(today), ...today.streams.flatMap((stream) => kindsOf(stream, today))],
    service_level: { within_s: own?.within_s ?? 20, formula: formulas[own?.formula ?? 'service_level.offered.1'] },
    ...sideOf(today),
    ...(tomorrow ? { compare: { name: 'with the move', ...sideOf(tomorrow) } } : {}),
  }
}

const sideOf = (situation: Situation) => ({
  queues: [...situation.queues.map(queueOf), inHandQueue],
  channels: Object.fromEntries(severalOf(situation)),
  staff: staffOf(situation),
})

// What people serve several of at once, and how fast each goes on: as the targets have it, those of the group's own queues first.
function severalOf({ queues, streams, chats_at_once, people }: Situation) {
  const own = (queue: string): boolean => queues.some((each) => each.key === queue && each.own)
  const limit = Math.max(chats_at_once, ...people.map(({ chats }) => chats ?? 0))
  const told = streams.toSorted((a, b) => Number(own(b.queue)) - Number(own(a.queue)))
  const chats = { channel: 'chat', at_once: limit } // where nobody expects one, those in hand are still several
  return [...Map.groupBy([...told, chats], ({ channel }) => channel)].flatMap(([channel, [first]]) => {
    const at_once = channel === 'chat' ? limit : first!.at_once
    return at_once > 1 ? [[channel, { at_once, speeds: Array.from({ length: at_once }, (_, n) => speedOf(first!, n + 1)) }] as const] : []
  })
} // prettier-ignore

const queueOf = ({ key, deferred, within_s, call_back_after_s }: QueueNow) => ({
  name: key,
  deferred,
  within_s,
  ...(call_back_after_s === null ? {} : { call_back: { after_s: call_back_after_s } }),
})

function kindsOf({ queue, channel, coming, waiting, handling_s, patience_s }: StreamNow, { interval_ms }: Situation) {
  const alike = {
    channel,
    queue,
    handling: { law: 'exponential' as const, mean_s: handling_s },
    patience: patience_s === null ? ('never' as const) : { law: 'exponential' as const, mean_s: patience_s },
    call_back: CALL_BACK,
  }
  const interval_s = interval_ms / SECOND
  const arrivals = { per_hour: coming.map((n) => (n * 3_600) / interval_s), interval_s, repeats: 'once' as const }
  const name = `${queue} · ${channel}`
  return [
    ...(waiting > 0
      ? [{ ...alike, name: `${name} · waiting`, arrivals: { at_s: Array.from({ length: waiting }, () => 0) } }]
      : []),
    ...(coming.some((n) => n > 0) ? [{ ...alike, name, arrivals }] : []),
  ]
}

// What people have in hand keeps them a while longer: contacts that came at once, each for the one person who has it.
function inHandOf({ people, now }: Situation) {
  const held = people.filter(({ here }) => here).flatMap(({ id, in_hand }) => in_hand.map((each) => ({ id, ...each })))
  return [...Map.groupBy(held, ({ channel }) => channel)].map(([channel, all]) => ({
    name: `${IN_HAND} · ${channel}`,
    channel,
    queue: IN_HAND,
    arrivals: {
      at_s: all.map(() => 0),
      handling_s: all.map(({ until }) => Math.max(1, (until - now) / SECOND)),
      owners: all.map(({ id }) => id),
    },
  }))
}
const inHandQueue = { name: IN_HAND, priority: 1_000, persons_first: { owner_s: 1e8 } }

// Each person is a group of one: their own hours, their own queues, the preferred first.
function staffOf(situation: Situation) {
  return situation.people.flatMap((person) => {
    const work = workOf(person, situation)
    const queues = queuesOf(person)
    if (work.length === 0 || queues.length === 0) return []
    const at = (moment: number): number => (moment - situation.now) / SECOND
    const gaps = work.slice(1).map(({ from }, n): [number, number] => [at(work[n]!.to), at(from)])
    return [{
      name: person.id,
      queues: person.in_hand.length > 0 ? [IN_HAND, ...queues] : queues,
      prefers: true,
      shifts: [{ from_s: at(work[0]!.from), to_s: at(work.at(-1)!.to), breaks_s: gaps }],
    }]
  }) // prettier-ignore
}

const queuesOf = ({ queues }: PersonNow): string[] =>
  Object.entries(queues)
    .filter(([, preference]) => preference > 0)
    .toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([queue]) => queue)
