// What was chosen counts from the approval on, and is undone when the absence is over: the deputy named for a case, and a place before the
// others in the chain of a point of contact for the time of the absence.
import * as cases from '#cases'
import * as customers from '#customers'
import type { PersonId } from '#base/contract'
import { Refused, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { ContactOf, PointOfContact } from '#customers/contract'
import type { AbsenceId } from '#staff/contract'
import { choicesOf, endChoice, recordApplied, type ChoiceRow } from '../store/choice.ts'

export async function applyChoices(work: Work, absence: AbsenceId, person: PersonId): Promise<void> {
  for (const choice of await choicesOf(work, absence)) if (!choice.applied_at) await applyOne(work, choice, person)
}

export async function applyOne(work: Work, choice: ChoiceRow, away: PersonId): Promise<void> {
  const before =
    choice.kind === 'case'
      ? await cases.nameDeputy(work, choice.about_id as CaseId, choice.person_id)
      : await firstInChain(work, choice, away) // a choice of this kind is about a case
  await recordApplied(work, choice.id, before)
}

async function firstInChain(work: Work, { about_id, person_id, starts_at, ends_at }: ChoiceRow, away: PersonId): Promise<null> {
  const contact = await contactOf(work, about_id, away)
  if (!contact) return null
  const chain = contact.deputies.map((each) => ('person' in each ? { person: each.person.id } : { team: each.team.id }))
  const others = chain.filter((each) => !('person' in each && each.person === person_id))
  const naming = { of: ofContact(contact), person: away, team: contact.team?.id ?? null }
  const to = contact.to ?? undefined
  await customers.setPointOfContact(work, {
    ...naming,
    deputies: [{ person: person_id }, ...others].slice(0, 5),
    from: String(starts_at),
    to: String(ends_at),
  })
  await customers.setPointOfContact(work, { ...naming, deputies: chain, from: String(ends_at), to: to ?? null })
  return null
}

const MOST_PAGES = 50
async function contactOf(work: Work, subject: string, person: PersonId): Promise<PointOfContact | undefined> {
  let cursor: string | undefined
  for (let left = MOST_PAGES; left > 0; left--) {
    const { items, next } = await customers.pointsOfContact(work, { when: 'now', person, cursor, limit: 200 })
    const found = items.find((each) => each.subject.id === subject && each.person?.id === person)
    if (found || !next) return found
    cursor = next
  }
  return undefined
}

const ofContact = ({ of, subject }: PointOfContact): ContactOf => ({ [of]: subject.id }) as ContactOf // its kind and its id, as the register says

/** The absence is over, or somebody else was chosen: who was named before is again. A case that went to somebody else since keeps what it has. */
export async function undoChoice(work: Work, choice: ChoiceRow, away: PersonId): Promise<void> {
  await endChoice(work, choice.id)
  if (choice.kind !== 'case' || !choice.applied_at) return
  const id = choice.about_id as CaseId // a choice of this kind is about a case
  const owner = (await cases.facts(work, [id])).get(id)?.owner_id
  const named = (await cases.namedDeputies(work, [id])).get(id)
  if (owner !== away || named !== choice.person_id) return
  await cases.nameDeputy(work, id, choice.before_id).catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error // who was named before has left meanwhile: then nobody in particular is
    return cases.nameDeputy(work, id, null)
  })
}
