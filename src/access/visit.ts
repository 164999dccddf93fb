// From where an actor came in. An actor is made anew for every request, so this travels with it and is forgotten with it.
import type { Actor } from '#base/contract'
import type { SessionId } from './contract.ts'

export type Visit = { address: string; session: SessionId | null }
const visits = new WeakMap<Actor, Visit>()

export function arriving<Who extends Actor>(actor: Who, visit: Visit): Who {
  const fresh = { ...actor }
  visits.set(fresh, visit)
  return fresh
}
export const visitOf = (actor: Actor): Visit | undefined => visits.get(actor)
