// A plan played: the same contacts with its breaks one way and the other, by the rehearsal. How many are answered in time says which is better.
import { isReady, readScenario, rehearse } from '#rehearsal/engine'
import type { Report } from '#rehearsal/contract'
import { activityTraits } from '../contract/activity.ts'
import type { Shift } from '../contract/plan-shapes.ts'
import type { Stream } from '../contract/schedule-ask.ts'
import type { Judged } from '../contract/schedule-answer.ts'
import { shiftsOf } from '../engine/answer.ts'
import { chanceOf } from '../engine/chance.ts'
import { SLOT_MIN } from '../engine/grid.ts'
import type { Problem } from '../engine/problem.ts'
import type { Rota } from '../engine/rota.ts'
import { contactsIn, streamsOf } from './level-steps.ts'

const MOST_CONTACTS = 240_000 // of all replications together
const REPLICATIONS = { least: 2, most: 12 }
const A_DAY_S = 86_400

export type Played = Pick<Judged, 'replications' | 'days' | 'needs'> & { late: { before: number; after: number } }

/** null: nothing comes in these days. */
export function playedBothWays(before: Rota, after: Rota): Played | null {
  const { problem } = before
  const streams = streamsIn(problem)
  const length = lengthOf(problem)
  if (!length) return null
  const read = readScenario({
    name: 'breaks', seed: problem.ask.seed, days: length.days, replications: length.replications, finish_s: 0,
    traffic: streams.map(({ n, s, name, stream: { handling_s, patience_s } }) => ({
      name, queue: name, channel: name, handling: { law: 'exponential', mean_s: handling_s },
      ...(patience_s !== undefined && { patience: { law: 'exponential', mean_s: patience_s } }),
      arrivals: { interval_s: SLOT_MIN * 60, repeats: 'once', per_hour: Array.from({ length: length.slots }, (_, slot) => (contactsIn(problem, n, slot)[s] ?? 0) * (60 / SLOT_MIN)) },
    })),
    queues: streams.map(({ name, stream: { within_s } }) => ({ name, within_s })),
    channels: Object.fromEntries(streams.map(({ name, stream: { at_once, speeds } }) => [name, { at_once, deferred: false, speeds: speeds ?? shared(at_once) }])),
    staff: staffOf(before, length), compare: { name: 'judged', staff: staffOf(after, length) },
  }) // prettier-ignore
  if ('fields' in read || !isReady(read.scenario))
    throw new Error(`a plan cannot be played: ${JSON.stringify(read).slice(0, 400)}`)
  return figuresOf(rehearse(read.scenario), { streams, ...length })
}

const shared = (at_once: number): number[] => Array.from({ length: at_once }, (_, more) => 1 / (more + 1))

type Streamed = { n: number; s: number; name: string; of: string; stream: Stream; several: boolean }

// Calls and chats of one need have a queue each, which the same people serve. Two needs may be called the same; queues are not.
const streamsIn = ({ ask }: Problem): Streamed[] =>
  ask.needs.flatMap(({ name, traffic }, n) =>
    traffic ? streamsOf(traffic).map((stream, s, all) => ({ n, s, stream, of: name, name: queueName(n, s), several: all.length > 1 })) : [],
  ) // prettier-ignore
const queueName = (need: number, stream: number): string => `${need + 1}.${stream + 1}`

type Length = { days: number; slots: number; replications: number }
function lengthOf(problem: Problem): Length | null {
  const { grid, ask } = problem
  let [contacts, days] = [0, 0]
  for (let day = 0; day < grid.days; day++) {
    let here = 0
    for (const n of ask.needs.keys()) for (let slot = grid.dayStart[day]!; slot < grid.dayStart[day + 1]!; slot++) for (const come of contactsIn(problem, n, slot)) here += come // prettier-ignore
    if (days > 0 && (contacts + here) * REPLICATIONS.least > MOST_CONTACTS) break
    contacts += here
    days += 1
  }
  if (contacts < 1) return null
  const slots = grid.dayStart[days]!
  const replications = Math.max(REPLICATIONS.least, Math.min(REPLICATIONS.most, Math.floor(MOST_CONTACTS / contacts)))
  return { days: (slots * SLOT_MIN * 60) / A_DAY_S, slots, replications }
}

// Whoever is planned and does not come is left out of both, always the same people.
function staffOf(rota: Rota, { slots }: Length): object[] {
  const { problem } = rota
  const { ask, grid, types } = problem
  const chance = chanceOf(ask.seed)
  const own = Map.groupBy(shiftsOf(rota), ({ person }) => person)
  return problem.people.flatMap((person) => {
    const drawn = chance()
    const serves = (types[person.type] ?? []).filter((n) => ask.needs[n]!.traffic)
    const shifts = (own.get(person.name) ?? []).flatMap((shift) => playedShift(shift, grid.start_ms, slots * SLOT_MIN * 60))
    const comes = serves.some((n) => drawn < ask.needs[n]!.traffic!.present) // those were kept that have some
    return comes && shifts.length > 0
      ? [
          {
            name: person.name,
            shifts,
            queues: serves.flatMap((n) => streamsOf(ask.needs[n]!.traffic!).map((_, s) => queueName(n, s))),
          },
        ]
      : []
  })
}

function playedShift(shift: Shift, start_ms: number, end_s: number): object[] {
  const since = (instant: string): number => (Date.parse(instant) - start_ms) / 1_000
  const [from_s, to_s] = [Math.max(0, since(shift.starts_at)), Math.min(end_s, since(shift.ends_at))]
  const breaks_s = shift.activities
    .filter(({ kind }) => !activityTraits[kind].productive)
    .map(({ starts_at, ends_at }): [number, number] => [Math.max(from_s, since(starts_at)), Math.min(to_s, since(ends_at))])
    .filter(([from, to]) => to > from)
  return to_s > from_s ? [{ from_s, to_s, breaks_s: breaks_s.slice(0, 20) }] : []
}

type Asked = Length & { streams: readonly Streamed[] }
function figuresOf({ today, tomorrow }: Report, { streams, ...length }: Asked): Played {
  const levelIn = (result: Report['today'] | null, name: string): { share: number | null; offered: number } => {
    const figures = result?.queues.find((queue) => queue.name === name)?.figures
    return { share: figures?.service_level?.mean ?? null, offered: figures?.offered?.mean ?? 0 }
  }
  const late = { before: 0, after: 0 }
  const needs = streams.map(({ name, of, several, stream: { within_s, channel } }) => {
    const [was, is] = [levelIn(today, name), levelIn(tomorrow, name)]
    late.before += was.offered * (1 - (was.share ?? 1))
    late.after += is.offered * (1 - (is.share ?? 1))
    return { name: of, ...(several && channel !== undefined && { channel }), within_s, before: was.share, after: is.share }
  })
  return { replications: length.replications, days: Math.round(length.days), needs, late }
}
