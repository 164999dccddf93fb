// The answer to who asked to be away.
import { allow } from '#access'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import { actorId, refuse, type Work } from '#base/work'
import { absenceAnswered, absenceDeclined, absencePlanned, type AbsenceId } from './contract.ts'
import { isSelf, mayApprove } from './permit.ts'
import { ZONE, type Answered } from './plan-absence.ts'
import { approvedWords, declinedWords } from './rules/absence-words.ts'
import { approve, decline, findAbsence, type AbsenceRow } from './store/absence.ts'
import { tell } from './tell.ts'

export async function approveAbsence(work: Work, { id, version }: { id: AbsenceId; version: number }): Promise<Answered> {
  const asked = await needAsked(work, id)
  if ((await approve(work, { id, version, by: actorId(work.actor) })) === 0) throw await late(work, id, version)
  const { person_id: person, starts_at, ends_at, deputy_id: deputy } = asked
  work.publish(absencePlanned, {
    absence: id, person, starts_at: String(starts_at), ends_at: String(ends_at), deputy, sudden: false,
  }) // prettier-ignore
  const words = approvedWords({ name: asked.person_name, starts_at, ends_at, zone: ZONE })
  await tellAsker(work, asked, { kind: 'absence.approved', ...words })
  return { id, version: version + 1, state: 'approved' }
}

type No = { id: AbsenceId; version: number; because: string }
export async function declineAbsence(work: Work, { id, version, because }: No): Promise<Answered> {
  const asked = await needAsked(work, id)
  if ((await decline(work, { id, version, because, by: actorId(work.actor) })) === 0) throw await late(work, id, version)
  const { person_id: person, starts_at, ends_at } = asked
  work.publish(absenceDeclined, { absence: id, person })
  const words = declinedWords({ name: asked.person_name, starts_at, ends_at, zone: ZONE }, because)
  await tellAsker(work, asked, { kind: 'absence.declined', ...words })
  return { id, version: version + 1, state: 'declined' }
}

async function needAsked(work: Work, id: AbsenceId): Promise<AbsenceRow> {
  const found = await findAbsence(work, id)
  if (!found) throw refuse(notFound, {})
  if (!(await mayApprove(work, found.person_id))) allow(work, 'absence.approve', { team: null }) // refuses, in the words of access
  if (found.state !== 'asked') throw refuse(absenceAnswered, { state: found.state })
  return found
}

// Somebody changed it, or answered, while we looked at it.
async function late(work: Work, id: AbsenceId, version: number): Promise<Error> {
  const now = await findAbsence(work, id)
  if (now && now.state !== 'asked') return refuse(absenceAnswered, { state: now.state })
  return overtaken(now, version)
}

async function tellAsker(
  work: Work,
  { id, person_id }: AbsenceRow,
  said: { kind: string; fr: string; en: string },
): Promise<void> {
  if (isSelf(work, person_id)) return
  await tell(work, { to: [person_id], ...said, path: `/absences/${id}`, key: `absence ${id} answered` })
}
