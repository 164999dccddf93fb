// Breaks of whoever plans for many at once: replaced as a set, so that publishing the same again changes nothing. For rooms above, which ask for the
// permission: a swap that a rule grants changes breaks too.
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import type { Work } from '#base/work'
import { breaksChanged, type Break } from './contract.ts'
import { insertPlannedBreaks, takePlannedBack } from './store/planned-breaks.ts'

/** All breaks a plan has for somebody that begin within a time. Instants in ISO. */
export type BreaksPlanned = {
  person: PersonId
  from: string
  to: string
  breaks: readonly { kind: Break['kind']; starts_at: string; ends_at: string }[]
}

/**
 * Replaces what plans had in those times. A break somebody planned by hand stays, and one of the plan that would lie over it is left out.
 * @returns whose breaks changed
 */
export async function planBreaks(work: Work, sets: readonly BreaksPlanned[]): Promise<PersonId[]> {
  if (sets.length === 0) return []
  const wanted = sets.flatMap(({ person, breaks }) => breaks.map((each) => ({ ...each, person, id: newId<'break'>(work.now) })))
  const gone = await takePlannedBack(work, sets, wanted)
  const come = await insertPlannedBreaks(work, wanted)
  const changed = [...new Set([...gone, ...come].map(({ person }) => person))]
  for (const person of changed) work.publish(breaksChanged, { person })
  return changed
}
