import * as staff from '#staff'
import { allow } from '#access'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { Seat } from './contract.ts'
import { showSeats } from './show-seats.ts'
import * as store from './store/seat.ts'

type Asked = { cursor?: string | undefined; limit: number; team?: TeamId | undefined }

export async function listSeats(work: Work, { cursor, limit, team }: Asked): Promise<{ items: Seat[]; next: string | null }> {
  allow(work, 'routing.read', { team: team ?? null })
  const people = team ? await staff.membersOfTeam(work, team) : null
  const rows = await store.listSeats(work, { people, after: cursor, most: limit + 1 })
  const items = await showSeats(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? items.at(-1)!.person.id : null }
}
