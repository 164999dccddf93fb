import { audit, closeAccount } from '#access'
import { notFound } from '#base/refusal'
import { Refused, refuse, type Work } from '#base/work'
import { personLeft, successorNeeded } from './contract.ts'
import { allowFor } from './permit.ts'
import { cancelAll, replaceAbsenceDeputy } from './store/absence.ts'
import { letLeave, lockActive, replaceDeputy, type Leaving } from './store/person.ts'
import { removePresence } from './store/presence.ts'
import { leaveAll, replaceManager } from './store/team.ts'

// Staff cannot know what a person answers for in the rooms above. They hear who left and who takes over, in one event.
export async function removePerson(work: Work, { person, successor }: Leaving): Promise<object> {
  await allowFor(work, person)
  const leaving = { person, successor }
  const held = await lockActive(work, [person, successor])
  if (!held.some(({ id }) => id === person)) throw refuse(notFound, {})
  if (held.length < 2) throw refuse(successorNeeded, {}) // unknown, gone, or the very same
  await letLeave(work, leaving)
  await replaceDeputy(work, leaving)
  await replaceAbsenceDeputy(work, leaving)
  await replaceManager(work, leaving)
  await cancelAll(work, person)
  await leaveAll(work, person)
  await removePresence(work, person)
  await closeAccount(work, { person }).catch(unlessClosed)
  await audit(work, 'staff.person_removed', { about: person, details: { successor } })
  work.publish(personLeft, { person, successor })
  return {}
}

// The account may have been closed before the person left.
function unlessClosed(error: unknown): void {
  if (!(error instanceof Refused && error.refusal.code === notFound.code)) throw error
}
