import * as staff from '#staff'
import { can } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { View } from './contract.ts'
import type { ViewRow } from './store/view.ts'

export const meOf = (work: Work): PersonId | null => (work.actor.kind === 'person' ? work.actor.id : null)
// A view of mine is mine to change; one of everybody's is for who may share.
export const mayEdit = (work: Work, row: Pick<ViewRow, 'shared' | 'owner_id'>): boolean =>
  row.shared ? can(work.actor, 'view.share') : row.owner_id !== null && row.owner_id === meOf(work)

export async function showViews(work: Work, rows: readonly ViewRow[]): Promise<View[]> {
  const people = await staff.find(work, rows.flatMap(({ owner_id }) => owner_id ?? [])) // prettier-ignore
  return rows.map((row) => ({
    id: row.id, name: row.name, shared: row.shared, mine: row.owner_id !== null && row.owner_id === meOf(work), may_edit: mayEdit(work, row),
    owner: row.owner_id ? { id: row.owner_id, name: people.get(row.owner_id)?.name ?? '' } : null,
    filter: row.filter, columns: row.columns, sort: row.sort, in_rail: row.in_rail, position: row.position, version: row.version,
  })) // prettier-ignore
}
