// An absence is approved with its cover: what nobody covers is seen first, and approved only with a reason. Absence never un-assigns.
import * as staff from '#staff'
import { audit } from '#access'
import { actorId, refuse, type Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'
import { coverApproved, coverGaps, type Plan } from '../contract.ts'
import { insertApproval } from '../store/approval.ts'
import { applyChoices } from './apply.ts'
import { countThings, plan } from './plan.ts'
import { spansFor } from './spans.ts'
import { thoughtOf } from './thought.ts'

export async function approve(
  work: Work,
  { absence, version, because }: { absence: AbsenceId; version: number; because: string },
): Promise<Plan> {
  const thought = await thoughtOf(work, { absence })
  const { counts } = await countThings(work, thought, (await spansFor(work, thought)).of)
  const gaps = counts.reduce((sum, each) => sum + each.gaps, 0)
  if (gaps > 0 && because.trim() === '') throw refuse(coverGaps, { gaps })
  await staff.approveAbsence(work, { id: absence, version })
  await insertApproval(work, { absence, by: actorId(work.actor), gaps, because: because.trim() || null })
  await applyChoices(work, absence, thought.person)
  await audit(work, 'cover.approved', { about: thought.person, details: { absence, gaps, because } })
  work.publish(coverApproved, { absence, person: thought.person, gaps })
  return await plan(work, { absence })
}
