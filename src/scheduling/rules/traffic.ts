// Who waits for a group of queues, as breaks are judged by it. Pure.
import type { Stream, Traffic } from '../contract/schedule-ask.ts'
import type { StreamLoad } from '#staffing/contract'

type Load = Pick<StreamLoad, 'aim' | 'mean' | 'handling_s' | 'patience_s'>

const USUAL_WITHIN_S = 20

/**
 * Streams served alike as one: contacts added up, times as means by how many come. Calls and chats served by the same people stay apart, the larger first.
 * null where nobody waits (work that can).
 * @param present share of those planned who do come
 */
export function trafficOf(loads: readonly Load[], present: number): Traffic | null {
  const waiting = loads.filter(({ aim }) => !aim.deferred)
  const alike = Map.groupBy(waiting, ({ aim }) => JSON.stringify(aim.chats))
  const [first, ...also] = [...alike.values()]
    .flatMap((of) => streamOf(of) ?? [])
    .toSorted((a, b) => sum(b.contacts) * b.handling_s - sum(a.contacts) * a.handling_s)
  return first ? { ...first, also, present: Math.max(0.01, Math.min(1, present)) } : null
}

function streamOf(waiting: readonly Load[]): Stream | null {
  const [first] = waiting
  const count = Math.max(0, ...waiting.map(({ mean }) => mean.length))
  const contacts = Array.from({ length: count }, (_, i) => sum(waiting.map(({ mean }) => mean[i] ?? 0)))
  const all = sum(contacts)
  if (!first || all <= 0) return null
  const handling = sum(waiting.map(({ mean, handling_s }) => sum(mean.map((each, i) => each * (handling_s[i] ?? 0))))) / all
  if (!(handling > 0)) return null
  const patient = waiting.flatMap(({ patience_s, mean }) => (patience_s === null ? [] : [{ patience_s, come: sum(mean) }]))
  const known = sum(patient.map(({ come }) => come))
  const patience = known > 0 ? sum(patient.map(({ patience_s, come }) => patience_s * come)) / known : 0
  const { chats, channel } = first.aim
  return {
    channel: channel.slice(0, 120),
    contacts,
    handling_s: Math.round(handling * 10) / 10,
    ...(patience > 0 && { patience_s: Math.round(patience * 10) / 10 }),
    at_once: chats?.at_once ?? 1,
    ...(chats?.speeds && { speeds: chats.speeds }),
    within_s: withinOf(waiting),
  }
}

// What counts as in time for the stream that most come by.
function withinOf(waiting: readonly Load[]): number {
  const [most] = waiting.toSorted((a, b) => sum(b.mean) - sum(a.mean))
  const target = most?.aim.targets.find((each) => 'within_s' in each)
  return target && 'within_s' in target ? target.within_s : USUAL_WITHIN_S
}

type Beside = { need: readonly number[]; others: readonly number[] }
/** What is left for the people of a plan where others are there already: as much of it as of the need. */
export function besideOthers(traffic: Traffic, { need, others }: Beside): Traffic {
  const left = (contacts: readonly number[]): number[] =>
    contacts.map((each, i) => {
      const [wanted, there] = [need[i] ?? 0, others[i] ?? 0]
      return there > 0 ? Math.round(100 * each * (wanted > 0 ? Math.max(0, 1 - there / wanted) : 0)) / 100 : each
    })
  const also = traffic.also.map((stream) => ({ ...stream, contacts: left(stream.contacts) }))
  return { ...traffic, contacts: left(traffic.contacts), also }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
