import type { PersonId, Scope } from '#base/contract'
import { integer, join, part, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import { row } from './promise.ts'

export type Filter = {
  state: 'owed' | 'late' | 'ended' | 'all'
  case?: string | undefined
  owners?: readonly PersonId[] | undefined
  customers?: readonly CustomerId[] | undefined
  brand?: string | undefined
  due_from?: string | undefined
  due_until?: string | undefined
  after?: { at: string; id: string } | undefined
  scopes: readonly Scope[]
  most: number
}

const columns = part`id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id, made_at, due_soon_at, reminded_at,
  broken_at, kept_at, kept_by_id, moved_at, moved_because, moved_to, withdrawn_at, withdrawn_because, version`

export const listByDue = (work: Work, filter: Filter) => work.sql.many(row)`
  select ${columns} from commitments.promise p
  where tenant_id = ${work.tenant} ${conditions(filter)}
    ${filter.after ? part`and (due_at, id) > (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)` : part``}
  order by due_at, id limit ${filter.most}`

export const listLatest = (work: Work, filter: Filter) => work.sql.many(row)`
  select ${columns} from commitments.promise p
  where tenant_id = ${work.tenant} ${conditions(filter)}
    ${filter.after ? part`and (made_at, id) < (${filter.after.at}::timestamptz, ${filter.after.id}::uuid)` : part``}
  order by made_at desc, id desc limit ${filter.most}`

const owed = part`kept_at is null and moved_at is null and withdrawn_at is null`

function conditions(f: Filter): Part {
  const all: Part[] = [inScope(f.scopes)]
  if (f.state === 'owed') all.push(part`and ${owed}`)
  if (f.state === 'late') all.push(part`and ${owed} and broken_at is not null`)
  if (f.state === 'ended') all.push(part`and not (${owed})`)
  if (f.case) all.push(part`and case_id = ${f.case}`)
  if (f.owners) all.push(part`and owner_id = any(${f.owners}::uuid[])`)
  if (f.customers) all.push(part`and customer_id = any(${f.customers}::uuid[])`)
  if (f.brand) all.push(part`and brand_id = ${f.brand}`)
  if (f.due_from) all.push(part`and due_at >= ${f.due_from}::timestamptz`)
  if (f.due_until) all.push(part`and due_at < ${f.due_until}::timestamptz`)
  return join(all, ' ')
}

function inScope(scopes: readonly Scope[]): Part {
  if (scopes.some((scope) => scope.brands === null)) return part``
  return part`and brand_id = any(${scopes.flatMap((scope) => scope.brands ?? [])}::uuid[])`
}

type Mine = { person: PersonId; due_until: Temporal.Instant; scopes: readonly Scope[] }
export const countOwed = (work: Work, { person, due_until, scopes }: Mine) => work.sql.one({ late: integer, due: integer })`
  select count(*) filter (where broken_at is not null or due_at <= ${work.now}) as late,
    count(*) filter (where broken_at is null and due_at > ${work.now} and due_at < ${due_until}) as due
  from (
    select broken_at, due_at from commitments.promise
    where tenant_id = ${work.tenant} and owner_id = ${person} and ${owed} ${inScope(scopes)} order by due_at, id limit 5000) mine`

// What was broken stays so, however it ended; what was moved or withdrawn in time was neither kept nor broken.
type Period = { from: string; until: string; owner?: PersonId | undefined; brand?: string | undefined; scopes: readonly Scope[] }
const figures = { kept: integer, kept_late: integer, broken: integer, moved: integer, withdrawn: integer }
export const countEnds = (work: Work, { from, until, owner, brand, scopes }: Period) => work.sql.one(figures)`
  select count(*) filter (where kept_at is not null and broken_at is null) as kept,
    count(*) filter (where kept_at is not null and broken_at is not null) as kept_late,
    count(*) filter (where kept_at is null and broken_at is not null) as broken,
    count(*) filter (where moved_at is not null and broken_at is null) as moved,
    count(*) filter (where withdrawn_at is not null and broken_at is null) as withdrawn
  from commitments.promise
  where tenant_id = ${work.tenant} and due_at >= ${from}::timestamptz and due_at < ${until}::timestamptz
    ${owner ? part`and owner_id = ${owner}` : part``} ${brand ? part`and brand_id = ${brand}` : part``} ${inScope(scopes)}`
