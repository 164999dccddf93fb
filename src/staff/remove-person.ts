import { audit, closeAccount } from '#access'
import { notFound } from '#base/refusal'
import { Refused, refuse, type Work } from '#base/work'
import { personLeft, restsOnPerson, successorNeeded } from './contract.ts'
import { nobodyCountsOn } from './nobody-counts-on.ts'
import { allowFor } from './permit.ts'
import { passAll } from './resting.ts'
import { endOrCancelAll } from './store/absence.ts'
import { endAllPartTime } from './store/part-time.ts'
import { letLeave, lockActive, type Leaving } from './store/person.ts'
import { removePresence } from './store/presence.ts'
import { leaveAll } from './store/team.ts'

// What rests on them in this room passes on here. Staff cannot know what they answer for in the rooms above: each of them refuses the leaving
// at commit as long as something of its own rests on them, and hears who left and who takes over.
export async function removePerson(work: Work, { person, successor }: Leaving): Promise<object> {
  await allowFor(work, person)
  const leaving = { person, successor }
  const held = await lockActive(work, [person, successor])
  if (!held.some(({ id }) => id === person)) throw refuse(notFound, {})
  if (held.length < 2) throw refuse(successorNeeded, {}) // unknown, gone, or the very same
  await letLeave(work, leaving)
  await passAll(work, leaving, { ids: null })
  await endOrCancelAll(work, person)
  await endAllPartTime(work, person)
  await leaveAll(work, person)
  await removePresence(work, person)
  await closeAccount(work, { person }).catch(unlessClosed)
  await audit(work, 'staff.person_removed', { about: person, details: { successor } })
  await nobodyCountsOn(work, restsOnPerson)
  work.publish(personLeft, { person, successor })
  return {}
}

// The account may have been closed before the person left.
function unlessClosed(error: unknown): void {
  if (!(error instanceof Refused && error.refusal.code === notFound.code)) throw error
}
