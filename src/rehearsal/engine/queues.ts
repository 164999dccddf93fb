// Queues in the short form of a scenario, made into the routing engine's.
import type { Elsewhere, Need, Overflow, Priority, Queue as Routed, Ring } from '#routing/engine'
import { daySeconds, secondsOf } from '../contract/clock.ts'
import type { Queue } from '../contract/queues.ts'
import type { Names } from './names.ts'

export type Hour = { at: number; queue: number; open: boolean } // at: seconds since midnight, of every day

export type MadeQueues = {
  routed: Routed[]
  callBacks: Int32Array // of each written queue, the queue where those wait who are not to be turned away again, or −1
  ringSeconds: Float64Array
  hours: Hour[]
}

type Known = {
  abilities: Names
  crewsOf(ring: Queue['rings'][number]): number[] // handles of the teams and sites of a ring
  isDeferred(queue: Queue): boolean
  answers: boolean // whether anybody of the staff answers offers in their own time
  wrapsUp: boolean // whether any contact of the scenario is wrapped up
}

// Where a queue sets none, whoever rehearses says when the wrap-up ends.
const anyWrapUp = Number.POSITIVE_INFINITY

export function queuesOf(written: readonly Queue[], known: Known): MadeQueues {
  const handleOf = new Map(written.map(({ name }, handle) => [name, handle]))
  const routed = written.map((queue) => routedQueue(queue, { ...known, handleOf }))
  const callBacks = new Int32Array(written.length).fill(-1)
  for (const [handle, queue] of written.entries()) {
    if (!queue.call_back) continue
    const { most_waiting: _full, call_back_after_s: _again, closed: _closed, opens_closed: _shut, ...same } = routed[handle]! // as many as written
    callBacks[handle] = routed.push(same) - 1
  }
  const all = [...written, ...written.filter(({ call_back }) => call_back)]
  return {
    routed,
    callBacks,
    ringSeconds: Float64Array.from(all, ({ rings_s }) => rings_s),
    hours: written
      .flatMap((queue, handle) =>
        (queue.open ?? []).flatMap(({ from, to }) => [
          { at: secondsOf(to) % daySeconds, queue: handle, open: false },
          { at: secondsOf(from), queue: handle, open: true },
        ]),
      )
      .sort((a, b) => a.at - b.at || Number(a.open) - Number(b.open)), // one that closes and opens at once is open
  }
}

type Everything = Known & { handleOf: ReadonlyMap<string, number> }

function routedQueue(queue: Queue, known: Everything): Routed {
  const full = fullOf(queue)
  const callBackAfter = queue.call_back?.after_s
  const persons = queue.persons_first && personsOf(queue.persons_first)
  return {
    strategy: queue.strategy,
    needs: queue.skills.map(({ skill, level, must, relax }): Need => ({
      ability: known.abilities.of(skill),
      level,
      must,
      relax,
    })),
    ...(persons && { persons }),
    ...(queue.rings.length > 0 && {
      rings: queue.rings.map((ring): Ring => ({ after_s: ring.after_s, teams: known.crewsOf(ring) })),
    }),
    priority: priorityOf(queue),
    ...(known.isDeferred(queue) && { deferred: { keep_free: queue.reserve } }),
    ...(queue.open && { opens_closed: !isOpenAtFirst(queue.open), closed: { arrivals: closedOf(queue) } }),
    ...(full && { most_waiting: full }),
    ...(queue.overflow.length > 0 && { overflow: queue.overflow.flatMap((way) => overflowOf(way, known.handleOf)) }),
    ...(callBackAfter !== undefined && { call_back_after_s: callBackAfter }),
    // Whoever rehearses answers after `rings_s`; the offer itself must outlast that.
    offer: known.answers
      ? { rings_s: Math.max(queue.lapses_s, queue.rings_s + 1) }
      : queue.rings_s > 0
        ? { rings_s: queue.rings_s * 2 + 1 }
        : { auto_accept: true },
    wrap_up_s: known.wrapsUp ? (queue.most_wrap_up_s ?? anyWrapUp) : 0,
  }
}

const personsOf = ({ owner_s, contact_s, deputies_s }: NonNullable<Queue['persons_first']>) => ({
  ...(owner_s > 0 && { owner: { wait_s: owner_s } }),
  ...(contact_s > 0 && { contact: { wait_s: contact_s } }),
  ...(deputies_s > 0 && { deputies: { wait_s: deputies_s } }),
})

const priorityOf = ({ priority, ageing_per_minute, patience_debt }: Queue): Priority => ({
  base: priority,
  ageing_per_min: ageing_per_minute,
  per_earlier_contact: patience_debt?.per_earlier_contact ?? 0,
  per_min_waited_before: patience_debt?.per_minute_waited ?? 0,
})

const isOpenAtFirst = (open: NonNullable<Queue['open']>): boolean =>
  open.some(({ from, to }) => secondsOf(from) === 0 || secondsOf(to) < secondsOf(from))

const closedOf = ({ closed, call_back }: Queue): Elsewhere =>
  closed === 'wait' ? { does: 'wait' } : call_back ? { does: 'call_back' } : { does: 'refuse' }

function fullOf({ call_back, most_waiting }: Queue): { count: number; otherwise: Elsewhere } | undefined {
  if (call_back?.longer_than !== undefined) return { count: call_back.longer_than + 1, otherwise: { does: 'call_back' } }
  return most_waiting === undefined ? undefined : { count: most_waiting, otherwise: { does: 'refuse' } }
}

function overflowOf({ to, after_s, longer_than }: Queue['overflow'][number], handleOf: ReadonlyMap<string, number>): Overflow[] {
  const handle = handleOf.get(to)
  if (handle === undefined) return []
  return [
    ...(after_s === undefined ? [] : [{ after_s, to: handle }]),
    ...(longer_than === undefined ? [] : [{ longer_than, to: handle }]),
  ]
}
