// Somebody will be away. Whoever may approve it writes it down and it counts; who may not, asks, and it counts once it is approved.
import { newId } from '#base/id'
import { actorId, refuse, type Work } from '#base/work'
import {
  absenceAsked, absenceBackwards, absencePlanned, absencesOverlap, type AbsenceId, type AbsenceState, type NewAbsence, type PersonId,
} from './contract.ts' // prettier-ignore
import { managersFor } from './managers.ts'
import { needActive, needDeputy } from './need.ts'
import { allowFor, isSelf, mayApprove } from './permit.ts'
import { askedWords } from './rules/absence-words.ts'
import { insertAbsence, isOverlap, overlapping } from './store/absence.ts'
import { findPerson } from './store/person.ts'
import { tell } from './tell.ts'

export type Answered = { id: AbsenceId; version: number; state: AbsenceState }
type Span = { starts_at: Temporal.Instant; ends_at: Temporal.Instant }

export async function planAbsence(work: Work, given: NewAbsence): Promise<Answered> {
  const { person_id: person, reason, deputy_id: deputy } = given
  const approved = await mayApprove(work, person)
  if (!approved && !isSelf(work, person)) await allowFor(work, person, 'absence.approve') // refuses
  const span = spanOf(given)
  await needActive(work, person)
  await needDeputy(work, person, deputy)
  await needFree(work, { person, ...span })
  const id = newId<'absence'>(work.now)
  const row = { id, person_id: person, ...span, reason, deputy_id: deputy, sudden: false, approved, by: actorId(work.actor) }
  await insertAbsence(work, row).catch(refusedByConstraint)
  const event = { absence: id, person, starts_at: String(span.starts_at), ends_at: String(span.ends_at), deputy }
  if (approved) work.publish(absencePlanned, { ...event, sudden: false })
  else {
    work.publish(absenceAsked, event)
    await askManagers(work, { id, person, ...span })
  }
  return { id, version: 1, state: approved ? 'approved' : 'asked' }
}

export function spanOf(given: { starts_at: string; ends_at: string }): Span {
  const span = { starts_at: Temporal.Instant.from(given.starts_at), ends_at: Temporal.Instant.from(given.ends_at) }
  if (Temporal.Instant.compare(span.starts_at, span.ends_at) >= 0) throw refuse(absenceBackwards, {})
  return span
}

// Said in time, with the dates of the one that is in the way; the database refuses what two write at once.
type Wished = Span & { person: PersonId; but?: AbsenceId }
export async function needFree(work: Work, { person, but, ...span }: Wished): Promise<void> {
  const other = (await overlapping(work, person, span)).find(({ id }) => id !== but)
  if (other) throw refuse(absencesOverlap, { starts_at: String(other.starts_at), ends_at: String(other.ends_at) })
}

export function refusedByConstraint(error: unknown): never {
  throw isOverlap(error) ? refuse(absencesOverlap, {}) : error
}

export const ZONE = 'Europe/Paris' // of the sentences only; screens show every instant in the reader's zone

async function askManagers(work: Work, { id, person, ...span }: Span & { id: AbsenceId; person: PersonId }): Promise<void> {
  const [managers, who] = await Promise.all([managersFor(work, person), findPerson(work, person)])
  const words = askedWords({ name: who?.name ?? '', ...span, zone: ZONE })
  await tell(work, { to: managers, kind: 'absence.asked', ...words, path: `/absences/${id}`, key: `absence ${id} asked` })
}
