// What the calls of some days teach about people: how long they are patient, how long serving them takes, how long a pause follows.
import { kaplanMeier } from '#queueing/engine'
import type { Duration, PatienceLaw } from '../contract/laws.ts'
import type { PlacedCall } from './presence.ts'

/** The pause after a call, from those after which somebody was already waiting: the next is not waited for, so the gap is the pause. */
export function wrapUpOf(calls: readonly PlacedCall[], most_s: number): Duration {
  const pauses: number[] = []
  const byPerson = Map.groupBy(
    calls.filter((call) => call.agent !== null && call.served_from_s !== null),
    (call) => `${call.day} ${call.agent}`,
  )
  for (const own of byPerson.values()) {
    const inOrder = own.toSorted((a, b) => startOf(a) - startOf(b))
    for (const [i, next] of inOrder.entries()) {
      const before = inOrder[i - 1]
      if (!before) continue
      const end_s = startOf(before) + (before.handling_s ?? 0)
      const pause_s = startOf(next) - end_s
      const waited_already = next.wait_s > 0 && next.origin_s + next.arrived_s < end_s
      if (waited_already && pause_s >= 0 && pause_s <= most_s) pauses.push(pause_s)
    }
  }
  return pauses.length === 0 ? 0 : { law: 'empirical', ...counted(pauses) }
}

/** The patience of those who waited, with those who were answered counted as patient until then (Kaplan–Meier). Nobody waited: never gives up. */
export function patienceOf(calls: readonly PlacedCall[]): PatienceLaw {
  const waits = calls
    .filter(({ wait_s, ended }) => wait_s > 0 && ended !== 'left_in_menu')
    .map(({ wait_s, ended }) => ({ waited_s: wait_s, gave_up: ended === 'gave_up' }))
  const { steps } = kaplanMeier(waits)
  if (steps.length === 0) return 'never'
  return {
    law: 'survival',
    at_s: steps.map(({ at_s }) => at_s),
    surviving: steps.map(({ survival }) => survival),
    tail: 'exponential',
  }
}

/** The handling times that were seen, each as likely as it was often. Nobody served: null. */
export function handlingOf(calls: readonly PlacedCall[]): Duration | null {
  const seen = calls.flatMap(({ handling_s }) => (handling_s === null ? [] : [handling_s]))
  return seen.length === 0 ? null : { law: 'empirical', ...counted(seen) }
}

const startOf = ({ origin_s, served_from_s }: PlacedCall) => origin_s + (served_from_s ?? 0)

function counted(values: readonly number[]) {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  const values_s = [...times.keys()].toSorted((a, b) => a - b)
  return { values_s, weights: values_s.map((value) => times.get(value) ?? 0) }
}
