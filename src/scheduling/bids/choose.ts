// Who gets a shift that was offered: by hand, whoever came first, or whoever had fewest extra hours and Saturdays lately.
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { Refused } from '#base/refusal'
import type { Work } from '#base/work'
import { openShiftChanged } from '../contract.ts'
import { putThrough } from '../day/change-day.ts'
import { findPlan, holdPlan, type PlanRow } from '../store/plan.ts'
import { drawnOf, type Change } from '../rules/drawn.ts'
import { bidsFor, endOpenShift, recordChosen, type OpenShiftRow } from '../store/open-shift.ts'
import { nobodysShift } from '../store/shift.ts'
import { fairnessFor } from '../terms/fairness.ts'
import { tellOfEnd } from './tell.ts'
import { addedFor } from './why-not.ts'

/** Those who bid and wait, in the order of the rule: the first come first; or the fewest extra minutes, then Saturdays, then who came first. */
export async function inOrderOfRule(work: Work, open: OpenShiftRow): Promise<PersonId[]> {
  const waiting = (await bidsFor(work, [open.id]))
    .filter(({ withdrawn, shift_id }) => !withdrawn && shift_id === null)
    .map(({ person_id }) => person_id)
  if (open.rule !== 'fairness') return waiting
  const fair = await fairnessFor(work, waiting, { before: open.day })
  const burden = (id: PersonId): number => (fair.get(id)?.extra_min ?? 0) + 60 * (fair.get(id)?.saturdays ?? 0)
  return waiting.toSorted((a, b) => burden(a) - burden(b))
}

/** The places that are left go to these, in their order; whom law forbids it by now is passed over. Its plan and the offer are held by whoever calls. */
export async function give(work: Work, open: OpenShiftRow, people: readonly PersonId[]): Promise<PersonId[]> {
  const taken = (await bidsFor(work, [open.id])).filter(({ shift_id }) => shift_id !== null).length
  const got: PersonId[] = []
  for (const person of people) {
    if (taken + got.length >= open.places) break
    if (await giveTo(work, open, person)) got.push(person)
  }
  if (taken + got.length >= open.places) await endOpenShift(work, open.id, 'filled')
  if (taken + got.length >= open.places)
    await tellOfEnd(work, open, { zone: (await findPlan(work, open.plan_id))?.zone ?? 'UTC', as: 'filled' })
  work.publish(openShiftChanged, {
    open_shift: open.id,
    state: taken + got.length >= open.places ? 'filled' : 'open',
    plan: open.plan_id,
  })
  return got
}

async function giveTo(work: Work, open: OpenShiftRow, person: PersonId): Promise<boolean> {
  const plan: PlanRow | undefined = await holdPlan(work, open.plan_id) // its version has grown with the one before
  if (!plan) return false
  const change = await changeFor(work, plan, { open, person })
  try {
    await putThrough(work, plan, { kind: 'open_shift', changes: [change], note: '' })
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'scheduling.not_allowed') return false
    throw error
  }
  await recordChosen(work, open.id, { person, shift: change.shift })
  return true
}

/** The shift that was nobody's at these hours becomes theirs; where none is drawn, or no longer, they get a new one. */
async function changeFor(work: Work, plan: PlanRow, { open, person }: { open: OpenShiftRow; person: PersonId }): Promise<Change> {
  const added = await addedFor(work, plan, { open, person, shift: newId<'shift'>(work.now) })
  const drawn = await nobodysShift(work, open)
  if (!drawn) return added
  const before = drawnOf(drawn)
  const own = drawn.activities.length > 0 ? before : { ...before, ...added.after!, site: before.site ?? open.site } // added: there is an after
  return { shift: drawn.id, before, after: { ...own, person, note: before.note || open.note, locked: true } }
}
