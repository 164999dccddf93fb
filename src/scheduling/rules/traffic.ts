// Who waits for a group of queues, as breaks are judged by it. Pure.
import type { AskInput } from '../contract.ts'
import type { StreamLoad } from '#staffing/contract'

export type Traffic = NonNullable<AskInput['needs'][number]['traffic']>
type Load = Pick<StreamLoad, 'aim' | 'mean' | 'handling_s' | 'patience_s'>

const USUAL_WITHIN_S = 20

/**
 * Several streams as one: contacts added up, times as means by how many come. null where nobody waits (work that can), or where the streams are not served
 * as many at once: that is no queue of one kind, and breaks are not judged by a wrong one.
 * @param present share of those planned who do come
 */
export function trafficOf(loads: readonly Load[], present: number): Traffic | null {
  const waiting = loads.filter(({ aim }) => !aim.deferred)
  const [first] = waiting
  if (!first || waiting.some(({ aim }) => JSON.stringify(aim.chats) !== JSON.stringify(first.aim.chats))) return null
  const count = Math.max(...waiting.map(({ mean }) => mean.length))
  const contacts = Array.from({ length: count }, (_, i) => sum(waiting.map(({ mean }) => mean[i] ?? 0)))
  const all = sum(contacts)
  if (all <= 0) return null
  const handling = sum(waiting.map(({ mean, handling_s }) => sum(mean.map((each, i) => each * (handling_s[i] ?? 0))))) / all
  if (!(handling > 0)) return null
  const patient = waiting.flatMap(({ patience_s, mean }) => (patience_s === null ? [] : [{ patience_s, come: sum(mean) }]))
  const known = sum(patient.map(({ come }) => come))
  const patience = known > 0 ? sum(patient.map(({ patience_s, come }) => patience_s * come)) / known : 0
  return {
    contacts,
    handling_s: Math.round(handling * 10) / 10,
    ...(patience > 0 && { patience_s: Math.round(patience * 10) / 10 }),
    at_once: first.aim.chats?.at_once ?? 1,
    ...(first.aim.chats?.speeds && { speeds: first.aim.chats.speeds }),
    within_s: withinOf(waiting),
    present: Math.max(0.01, Math.min(1, present)),
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
export const besideOthers = (traffic: Traffic, { need, others }: Beside): Traffic => ({
  ...traffic,
  contacts: traffic.contacts.map((each, i) => {
    const [wanted, there] = [need[i] ?? 0, others[i] ?? 0]
    return there > 0 ? Math.round(100 * each * (wanted > 0 ? Math.max(0, 1 - there / wanted) : 0)) / 100 : each
  }),
})

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
