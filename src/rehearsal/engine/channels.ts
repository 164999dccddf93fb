// What the channels of a scenario ask of an agent, as the routing engine wants it said.
import type { Channel as Weighed, Meanwhile } from '#routing/engine'
import type { Channel } from '../contract/queues.ts'
import type { Names } from './names.ts'

/** Units in a seat; a channel of which n go together takes the n-th part. */
export const SEAT = 1_000

const usuallyDeferred = new Set(['email', 'letter', 'form', 'social', 'task'])

/** Whether nobody waits on the other side: what the scenario says, else what the channel is known to be. */
export const isDeferred = (name: string, said: Readonly<Record<string, Channel>>): boolean =>
  said[name]?.deferred ?? usuallyDeferred.has(name)

/** The channels by handle. An instant channel interrupts deferred work; nothing goes beside another channel unless a scenario says so. */
export function channelsOf(names: Names, said: Readonly<Record<string, Channel>>): Weighed[] {
  return names.list.map((name) => {
    const most = said[name]?.at_once ?? 1
    return {
      units: Math.floor(SEAT / most),
      instant: !isDeferred(name, said),
      most,
      while_serving: names.list.map((inHand) => meanwhile(name, inHand, said)),
    }
  })
}

function meanwhile(offered: string, inHand: string, said: Readonly<Record<string, Channel>>): Meanwhile {
  if (offered === inHand) return (said[offered]?.at_once ?? 1) > 1 ? 'beside' : 'no'
  const interrupted = said[inHand]?.interrupted_by
  if (interrupted) return interrupted.includes(offered) ? 'interrupts' : 'no'
  return isDeferred(inHand, said) && !isDeferred(offered, said) ? 'interrupts' : 'no'
}
