import { scopesFor } from '#access'
import * as cases from '#cases'
import * as staff from '#staff'
import { readCursor, writeCursor } from '#base/cursor'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { Unhappy } from '../contract.ts'
import { meOf } from '../me.ts'
import { listSums } from '../store/unhappy.ts'
import { showUnhappy } from './show.ts'

type Wanted = { cursor?: string | undefined; limit: number; owner?: 'me' | PersonId | undefined; team?: TeamId | undefined }

/** The unhappiest first. */
export async function listUnhappy(
  work: Work,
  { owner, team, cursor, limit }: Wanted,
): Promise<{ items: Unhappy[]; next: string | null }> {
  const owners = owner ? [owner === 'me' ? meOf(work) : owner] : team ? await staff.membersOfTeam(work, team) : undefined
  const rows = await listSums(work, {
    owners,
    after: readCursor(cursor),
    scopes: scopesFor(work.actor, 'case.read'),
    most: limit + 1,
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: await showUnhappy(work, rows.slice(0, limit).map(({ case_id }) => case_id)), next: last ? writeCursor(last.cold_at, last.case_id) : null } // prettier-ignore
}

export async function unhappinessOf(work: Work, { case: id }: { case: CaseId }): Promise<Unhappy> {
  await cases.needCase(work, id, 'case.read')
  return (await showUnhappy(work, [id]))[0]!
}
