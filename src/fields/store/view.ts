import type { PersonId } from '#base/contract'
import { boolean, integer, json, jsonb, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { View, ViewFilter, ViewId, ViewSort } from '../contract.ts'

const row = {
  id: uuid<ViewId>(), name: text, owner_id: nullable(uuid<PersonId>()), shared: boolean, filter: jsonb<ViewFilter>(), columns: jsonb<View['columns']>(),
  sort: jsonb<ViewSort>(), in_rail: boolean, position: integer, retired: boolean, version: integer,
} // prettier-ignore
export type ViewRow = Awaited<ReturnType<typeof viewsFor>>[number]
const columns = part`id, name, owner_id, shared_at is not null as shared, filter, columns, sort, in_rail, position, retired_at is not null as retired, version`

// Mine first, then everybody's.
export const viewsFor = (work: Work, person: PersonId | null, most: number) => work.sql.many(row)`
  select ${columns} from fields.view
  where tenant_id = ${work.tenant} and retired_at is null and (shared_at is not null or owner_id = ${person}::uuid)
  order by shared_at is not null, position, id limit ${most}`
export const findView = (work: Work, id: ViewId) => work.sql.maybeOne(row)`
  select ${columns} from fields.view where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`
export const lockView = (work: Work, id: ViewId) => work.sql.maybeOne(row)`
  select ${columns} from fields.view where tenant_id = ${work.tenant} and id = ${id} and retired_at is null for update`
export const viewsEver = (work: Work, ids: readonly ViewId[]) => work.sql.many(row)`
  select ${columns} from fields.view where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export type ViewBody = Pick<ViewRow, 'id' | 'name' | 'shared' | 'filter' | 'columns' | 'sort' | 'in_rail'>
export const insertView = (work: Work, v: ViewBody & { owner: PersonId | null; by: string }) => work.sql.run`
  insert into fields.view (tenant_id, id, name, owner_id, shared_at, filter, columns, sort, in_rail, position, made_at, made_by)
  values (${work.tenant}, ${v.id}, ${v.name}, ${v.owner}, ${v.shared ? work.now : null}, ${json(v.filter)}, ${json(v.columns)}, ${json(v.sort)}, ${v.in_rail},
    (select coalesce(max(position) + 1, 0) from fields.view where tenant_id = ${work.tenant} and retired_at is null), ${work.now}, ${v.by})
  on conflict do nothing`
export const nameIsTaken = (work: Work, v: { id: ViewId; name: string; owner: PersonId | null; shared: boolean }) => work.sql.one(
  { taken: boolean },
)`
  select exists (
    select from fields.view where tenant_id = ${work.tenant} and retired_at is null and id <> ${v.id} and lower(name) = lower(${v.name})
      and ${v.shared ? part`shared_at is not null` : part`shared_at is null and owner_id = ${v.owner}::uuid`}) as taken`
export const updateView = (work: Work, v: ViewBody) => work.sql.run`
  update fields.view set name = ${v.name}, filter = ${json(v.filter)}, columns = ${json(v.columns)}, sort = ${json(v.sort)}, in_rail = ${v.in_rail},
    shared_at = case when ${v.shared} then coalesce(shared_at, ${work.now}::timestamptz) end, version = version + 1
  where tenant_id = ${work.tenant} and id = ${v.id}`
export const retireView = (work: Work, id: ViewId) => work.sql.run`
  update fields.view set retired_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`
export const putInOrder = (work: Work, ids: readonly ViewId[]) => work.sql.run`
  update fields.view set position = array_position(${ids}::uuid[], id) - 1 where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`
