import type { PersonId, Scope } from '#base/contract'
import { integer, join, part, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId } from '#customers/contract'
import type { PromiseOutcome } from '../contract.ts'
import { row } from './promise.ts'

export type Filter = {
  state: 'owed' | 'late' | 'ended' | 'all'
  cases?: readonly string[] | undefined
  owners?: readonly PersonId[] | undefined
  customers?: readonly CustomerId[] | undefined
  brand?: string | undefined
  due_from?: string | undefined
  due_until?: string | undefined
  outcome?: PromiseOutcome | undefined
  after?: { at: string; id: string } | undefined
  scopes: readonly Scope[]
  most: number
}

const columns = part`id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id, made_at, due_soon_at, reminded_at,
  broken_at, kept_at, kept_by_id, moved_at, moved_because, moved_to, untold_because, withdrawn_at, withdrawn_because, version`

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
  if (f.cases) all.push(part`and case_id = any(${f.cases}::uuid[])`)
  if (f.owners) all.push(part`and owner_id = any(${f.owners}::uuid[])`)
  if (f.customers) all.push(part`and customer_id = any(${f.customers}::uuid[])`)
  if (f.brand) all.push(part`and brand_id = ${f.brand}`)
  if (f.due_from) all.push(part`and due_at >= ${f.due_from}::timestamptz`)
  if (f.due_until) all.push(part`and due_at < ${f.due_until}::timestamptz`)
  if (f.outcome) all.push(part`and ${ENDED_AS[f.outcome]}`)
  return join(all, ' ')
}

// What was broken stays so, however it ended; what was moved or withdrawn in time was neither kept nor broken.
const ENDED_AS: Readonly<Record<PromiseOutcome, Part>> = {
  due: part`(kept_at is not null or broken_at is not null)`,
  kept: part`kept_at is not null and broken_at is null`,
  kept_late: part`kept_at is not null and broken_at is not null`,
  broken: part`kept_at is null and broken_at is not null`,
  moved: part`moved_at is not null and broken_at is null`,
  withdrawn: part`withdrawn_at is not null and broken_at is null`,
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

const counts = part`count(*) filter (where ${ENDED_AS.kept}) as kept, count(*) filter (where ${ENDED_AS.kept_late}) as kept_late,
    count(*) filter (where ${ENDED_AS.broken}) as broken, count(*) filter (where ${ENDED_AS.moved}) as moved,
    count(*) filter (where ${ENDED_AS.withdrawn}) as withdrawn`
const figures = { kept: integer, kept_late: integer, broken: integer, moved: integer, withdrawn: integer }

export type Period = {
  from: string
  until: string
  owners?: readonly PersonId[] | undefined
  brand?: string | undefined
  scopes: readonly Scope[]
}
const within = (work: Work, { from, until, owners, brand, scopes }: Period): Part => part`
  tenant_id = ${work.tenant} and due_at >= ${from}::timestamptz and due_at < ${until}::timestamptz
    ${owners ? part`and owner_id = any(${owners}::uuid[])` : part``} ${brand ? part`and brand_id = ${brand}` : part``} ${inScope(scopes)}`

export const countEnds = (work: Work, period: Period) => work.sql.one(figures)`
  select ${counts} from commitments.promise where ${within(work, period)}`

// `starts`: where each stretch begins, in order; a promise counts in the last that began before it fell due.
export const countEndsOverTime = (work: Work, period: Period, starts: readonly Temporal.Instant[]) => work.sql.many({
  stretch: integer,
  ...figures,
})`
  select width_bucket(due_at, ${starts}::timestamptz[]) as stretch, ${counts} from commitments.promise where ${within(work, period)} group by 1 order by 1`

export const countEndsBy = (work: Work, period: Period, by: { column: 'owner_id' | 'brand_id'; most: number }) => work.sql.many({
  id: uuid<PersonId>(),
  ...figures,
})`
  select ${by.column === 'owner_id' ? part`owner_id` : part`brand_id`} as id, ${counts}
  from commitments.promise where ${within(work, period)} group by 1 order by count(*) desc, 1 limit ${by.most}`

export type Owing = { owner_id: PersonId; late: number; due: number }
export const countOwedBy = (
  work: Work,
  { people, due_until, scopes }: { people: readonly PersonId[]; due_until: Temporal.Instant; scopes: readonly Scope[] },
) =>
  work.sql.many({ owner_id: uuid<PersonId>(), late: integer, due: integer })`
  select owner_id, count(*) filter (where broken_at is not null or due_at <= ${work.now}) as late,
    count(*) filter (where broken_at is null and due_at > ${work.now}) as due
  from commitments.promise
  where tenant_id = ${work.tenant} and owner_id = any(${people}::uuid[]) and ${owed} and due_at < ${due_until} ${inScope(scopes)} group by owner_id`
