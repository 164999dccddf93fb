// Away from this moment until another: the train does not run, a child is ill. Nobody is asked; the managers are told.
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import { absenceOver, absencePlanned, onlyPeople, presenceChanged, type PersonId, type SuddenAbsence } from './contract.ts'
import { managersFor } from './managers.ts'
import { needActive, needDeputy } from './need.ts'
import { allowFor, isSelf } from './permit.ts'
import { needFree, refusedByConstraint, ZONE, type Answered } from './plan-absence.ts'
import { suddenWords } from './rules/absence-words.ts'
import { insertAbsence, overlapping } from './store/absence.ts'
import { findPerson } from './store/person.ts'
import { findPresence, putPresence } from './store/presence.ts'
import { tell } from './tell.ts'

export async function goAway(work: Work, given: SuddenAbsence): Promise<Answered> {
  const person = given.person_id ?? me(work)
  if (!isSelf(work, person)) await allowFor(work, person, 'absence.approve')
  const until = Temporal.Instant.from(given.until)
  if (Temporal.Instant.compare(until, work.now) <= 0) throw refuse(absenceOver, {})
  await needActive(work, person)
  await needDeputy(work, person, given.deputy_id)
  const ends_at = await untilTheNext(work, person, until)
  const span = { starts_at: work.now, ends_at }
  await needFree(work, { person, ...span })
  const id = newId<'absence'>(work.now)
  await insertAbsence(work, {
    id, person_id: person, ...span, reason: given.reason, deputy_id: given.deputy_id, sudden: true, approved: true, by: actorId(work.actor),
  }).catch(refusedByConstraint) // prettier-ignore
  work.publish(absencePlanned, {
    absence: id, person, starts_at: String(work.now), ends_at: String(ends_at), deputy: given.deputy_id, sudden: true,
  }) // prettier-ignore
  await leaveTheDesk(work, person)
  const words = suddenWords({ name: (await findPerson(work, person))?.name ?? '', ...span, zone: ZONE })
  const to = isSelf(work, person) ? await managersFor(work, person) : [person]
  await tell(work, { to, kind: 'absence.sudden', ...words, path: `/absences/${id}`, key: `absence ${id} sudden`, urgent: true })
  return { id, version: 1, state: 'approved' }
}

// An absence that was to begin in the meantime takes over when it begins.
async function untilTheNext(work: Work, person: PersonId, until: Temporal.Instant): Promise<Temporal.Instant> {
  const [next] = await overlapping(work, person, { starts_at: work.now, ends_at: until })
  const follows =
    next && Temporal.Instant.compare(next.starts_at, work.now) > 0 && Temporal.Instant.compare(next.ends_at, until) >= 0
  return follows ? next.starts_at : until
}

async function leaveTheDesk(work: Work, person: PersonId): Promise<void> {
  const before = await findPresence(work, person)
  if (!before || before.state === 'offline' || before.state === 'away') return
  const { since } = await putPresence(work, person, 'away')
  work.publish(presenceChanged, { person, state: 'away', since: String(since) })
}

function me(work: Work): PersonId {
  if (work.actor.kind !== 'person') throw refuse(onlyPeople, {})
  return work.actor.id
}
