// As long as nobody has ever signed in: the first account of the house.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import { accountToLetIn, firstAccountWithoutSessions } from './store/sessions.ts'

export async function firstPersonNeverIn(work: Work): Promise<PersonId | null> {
  return (await firstAccountWithoutSessions(work.sql, work))?.person_id ?? null
}

// For the command line: the account with this address, or the first that may manage the house.
export async function personToLetIn(work: Work, email: string | undefined): Promise<PersonId | null> {
  return (await accountToLetIn(work.sql, work, email?.trim().toLowerCase() ?? null))?.person_id ?? null
}
