// When an absence is over: what was chosen for its time is undone, and what happened meanwhile waits to be read. The clock is one row per
// absence; it looks at the absence as it finds it, so that one made longer, shorter or called off is not missed and not told twice.
import * as staff from '#staff'
import { cancelJob, jobKind, later, worker, type Job } from '#base/jobs'
import type { Work } from '#base/work'
import type { AbsenceFacts, AbsenceId } from '#staff/contract'
import { cameBack } from '../contract.ts'
import { undoChoice } from '../plan/apply.ts'
import { choicesOf } from '../store/choice.ts'
import { findHomecoming, insertHomecoming } from '../store/homecoming.ts'

const returning = jobKind<{ absence: AbsenceId }>('cover.return')
const WORTH_TELLING_HOURS = 4 // of who is gone for less, nothing needs to be told

export async function watchFor(work: Work, absence: AbsenceId, ends_at: string): Promise<void> {
  await cancelJob(work, absence)
  await later(work, returning, { payload: { absence }, id: absence, at: Temporal.Instant.from(ends_at) })
}

export const returner = worker(returning, (job) => job.work((work) => look(work, job)))

async function look(work: Work, job: Job<{ absence: AbsenceId }>): Promise<void> {
  const absence = await staff.absence(work, job.payload.absence)
  if (absence && !absence.cancelled && absence.state === 'approved' && isAhead(work, absence))
    return await job.again(work, absence.ends_at, 'still away')
  if (absence) await comeBack(work, absence)
  await job.finish(work)
}

const isAhead = (work: Work, { ends_at }: AbsenceFacts): boolean => Temporal.Instant.compare(ends_at, work.now) > 0

/** Over, or called off before it began: then nobody was away and nothing is told. */
export async function comeBack(
  work: Work,
  { id: absence, person, starts_at, ends_at, cancelled, state }: AbsenceFacts,
): Promise<void> {
  for (const choice of await choicesOf(work, absence)) await undoChoice(work, choice, person)
  const until = Temporal.Instant.compare(ends_at, work.now) < 0 ? ends_at : work.now
  const hours = starts_at.until(until).total('hours')
  if (cancelled || state !== 'approved' || hours < WORTH_TELLING_HOURS || (await findHomecoming(work, absence))) return
  await insertHomecoming(work, { absence, person, since: starts_at, until })
  work.publish(cameBack, { absence, person })
  await staff.tell(work, {
    to: [person], kind: 'cover.came_back', key: `homecoming:${absence}`, path: `/homecoming/${absence}`,
    fr: 'Bon retour. Voici ce qui s’est passé pendant votre absence, en commençant par ce qui vous attend.',
    en: 'Welcome back. Here is what happened while you were away, beginning with what waits for you.',
  }) // prettier-ignore
}
