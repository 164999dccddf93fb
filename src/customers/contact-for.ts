import * as staff from '#staff'
import type { Work } from '#base/work'
import type { Contact, CustomerId, ProjectId } from './contract.ts'
import { findContact } from './store/group.ts'

export type Arriving = CustomerId | { customer: CustomerId | null; project: ProjectId | null }

// Who answers for this customer at that moment: named for the project, else for them, else for another record of the same person, else for
// their company; a team shows one of its own, and whoever is here stands in for whoever is not. Two questions to the database, in the common case.
export async function contactFor(work: Work, of: Arriving, at: Temporal.Instant = work.now): Promise<Contact | null> {
  const found = await findContact(work, typeof of === 'string' ? { customer: of, project: null } : of, at)
  if (!found) return null
  const { person, team, deputies, subject } = found
  const [answers] = await staff.answering(work, [{ person, team, deputies, face: subject }], at)
  if (!answers) return null // a team nobody ever was in, and nobody manages
  return {
    id: found.id,
    of: found.of,
    person: answers.shown,
    team,
    deputy: deputies.flatMap((each) => ('person' in each ? [each.person] : []))[0] ?? null,
    away_until: answers.away_until,
    stand_in: answers.stand_in && { person: answers.stand_in.person, because: answers.stand_in.because },
  }
}
