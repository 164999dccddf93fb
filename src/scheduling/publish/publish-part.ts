// Some shifts of a plan are put in force at once: swaps, what the day asks for. The rest of what is being drawn up stays where it is.
import type { Work } from '#base/work'
import type { Publication, ShiftId } from '../contract.ts'
import { differenceOf, type Different } from '../rules/difference.ts'
import { inForceById } from '../store/in-force.ts'
import { recordPartPublished, type PlanRow } from '../store/plan.ts'
import { shiftsById } from '../store/shift.ts'
import { putInForce } from './put-in-force.ts'
import { seenAs } from './seen.ts'

type Part = { shifts: readonly ShiftId[]; kind: Publication['kind']; note: string }

/** Of a plan that is not published nothing is put in force. */
export async function publishPart(work: Work, plan: PlanRow, { shifts, kind, note }: Part): Promise<void> {
  if (!plan.published_at) return
  const drawn = await shiftsById(work, shifts)
  const seen = new Map((await inForceById(work, shifts)).map((row) => [row.shift_id, seenAs(row)]))
  const byId = new Map(drawn.map((shift) => [shift.id, shift]))
  const changes: Different[] = shifts.flatMap((id) => differenceOf(byId.get(id), seen.get(id)))
  if (changes.length === 0) return
  const number = await putInForce(work, plan, { kind, note, drawn, changes })
  await recordPartPublished(work, plan.id, number)
}
