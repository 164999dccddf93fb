// Why somebody could not work a shift that is offered: not asked, not able, or not allowed by law. Soft ones are shown and stand in nobody’s way.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TroubleSaid } from '../contract.ts'
import { checkAgainst, checkChanges, type KnownWeeks } from '../moves/check-changes.ts'
import { pausesFor } from '../moves/pauses-for.ts'
import { everybody, isOfPlan } from '../plans/people.ts'
import { isAway } from '../rules/bears.ts'
import type { Change } from '../rules/drawn.ts'
import type { OpenShiftRow } from '../store/open-shift.ts'
import type { PlanRow } from '../store/plan.ts'

const NOBODYS_ID = '00000000-0000-7000-8000-000000000000' as Change['shift'] // of a shift that is only thought of

export async function whyNot(
  work: Work,
  plan: PlanRow,
  { open, person, known }: { open: OpenShiftRow; person: PersonId; known?: KnownWeeks | undefined },
): Promise<TroubleSaid[]> {
  const them = (await everybody(work)).find(({ id }) => id === person)
  const asked =
    them &&
    (await isOfPlan(work, plan, person)) &&
    (open.teams.length === 0 || them.teams.some((team) => open.teams.includes(team)))
  const day = open.day.toString()
  const hard = (code: string, fr: string, en: string): TroubleSaid => ({ code, hard: true, person, day, shift: null, fr, en })
  if (!them || !asked)
    return [hard('not_asked', 'Ce créneau est proposé à d’autres équipes.', 'This shift is offered to other teams.')]
  const lacking = open.skills.filter((skill) => (them.skills[skill] ?? 0) === 0)
  if (lacking.length > 0) {
    const names = await skillNames(work, lacking)
    return [hard('skill_missing', `Il y faut\u202f: ${names}.`, `It takes: ${names}.`)]
  }
  const added = [await addedFor(work, plan, { open, person, shift: NOBODYS_ID })]
  const checked = await (known ? checkAgainst(work, added, known) : checkChanges(work, plan, added))
  const absent = checked.soft.map((each) => (isAway(each) ? { ...each, hard: true } : each)) // nobody works an extra shift on leave
  return [...checked.hard, ...absent]
}

type Adding = { open: OpenShiftRow; person: PersonId | null; shift: Change['shift'] }
export async function addedFor(work: Work, plan: PlanRow, { open, person, shift }: Adding): Promise<Change> {
  const hours = { starts_at: open.starts_at.toString(), ends_at: open.ends_at.toString() }
  const { activities, pattern } = await pausesFor(work, plan, hours)
  return {
    shift,
    before: null,
    after: { person, day: open.day.toString(), ...hours, activities, pattern, site: open.site, note: open.note, locked: true },
  }
}

async function skillNames(work: Work, ids: readonly string[]): Promise<string> {
  const { items } = await staff.listSkills({ ...work, actor: { kind: 'system', name: 'scheduling' } }, { limit: 200 })
  return ids.map((id) => items.find((skill) => skill.id === id)?.name ?? '?').join(', ')
}
