// Somebody is chosen to cover these things in this absence, or the rule is left to find them again.
import * as cases from '#cases'
import * as staff from '#staff'
import { audit, mayPerson } from '#access'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import { notAllowed } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { AbsenceId } from '#staff/contract'
import { coverChosen, coverUnfit } from '../contract.ts'
import { choicesOf, insertChoice, type ChoiceKind } from '../store/choice.ts'
import { applyOne, undoChoice } from './apply.ts'
import { thoughtOf, type Thought } from './thought.ts'

type Wish = { absence: AbsenceId; person: PersonId | null; items: readonly { kind: ChoiceKind; id: string }[] }

export async function chooseCover(work: Work, { absence, person, items }: Wish): Promise<{ chosen: number }> {
  const thought = await thoughtOf(work, { absence })
  if (!thought.leads) throw refuse(notAllowed, { permission: 'absence.approve' })
  if (person) await refuseUnfit(work, thought, { person, items })
  const before = await choicesOf(work, absence)
  for (const { kind, id } of items) {
    const old = before.find((each) => each.kind === kind && each.about_id === id)
    if (old) await undoChoice(work, old, thought.person)
    if (person) await chooseOne(work, thought, { kind, id, person })
  }
  await audit(work, 'cover.chosen', { about: thought.person, details: { absence, person, things: items.length } })
  work.publish(coverChosen, { absence, person: thought.person })
  return { chosen: items.length }
}

async function chooseOne(
  work: Work,
  thought: Thought,
  { kind, id, person }: { kind: ChoiceKind; id: string; person: PersonId },
): Promise<void> {
  const { absence, starts_at, ends_at } = thought
  const choice = newId(work.now)
  await insertChoice(work, {
    id: choice,
    absence: absence!.id,
    kind,
    about: id,
    person,
    starts_at,
    ends_at,
    by: actorId(work.actor),
  })
  if (absence!.state !== 'approved') return
  const row = {
    id: choice,
    absence_id: absence!.id,
    kind,
    about_id: id,
    person_id: person,
    starts_at,
    ends_at,
    applied_at: null,
    before_id: null,
  }
  await applyOne(work, row, thought.person)
}

async function refuseUnfit(
  work: Work,
  thought: Thought,
  { person, items }: { person: PersonId; items: Wish['items'] },
): Promise<void> {
  if (person === thought.person || !(await staff.active(work, person))) throw refuse(coverUnfit, {})
  const ids = items.filter(({ kind }) => kind === 'case').map(({ id }) => id as CaseId) // of this kind they are cases
  const brands = new Set([...(await cases.facts(work, ids)).values()].map(({ brand_id }) => brand_id))
  for (const brand of brands)
    if (!(await mayPerson(work, person, { permission: 'case.read', object: { brand } }))) throw refuse(coverUnfit, {})
}
