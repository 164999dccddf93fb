import type { PersonId, Scope } from '#base/contract'
import { instant, integer, join, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { SignalKind } from '../contract.ts'

export type NewSignal = {
  id: string
  case_id: CaseId
  kind: SignalKind
  weight: number
  at: Temporal.Instant
  source: string
  words: string | null
}
export const insertSignal = (work: Work, s: NewSignal) => work.sql.run`
  insert into today.signal (tenant_id, id, case_id, kind, weight, at, source, words)
  values (${work.tenant}, ${s.id}, ${s.case_id}, ${s.kind}, ${s.weight}, ${s.at}, ${s.source}, ${s.words})
  on conflict (tenant_id, case_id, kind, source) do nothing`

const signal = { case_id: uuid<CaseId>(), kind: word<SignalKind>(), weight: integer, at: instant, words: nullable(text) }
export type SignalRow = Awaited<ReturnType<typeof signalsOf>>[number]

// Older than this nothing weighs anything: six weights of twenty, halved twenty times, are less than a thousandth of the threshold.
const KEPT_DAYS = 60
export const signalsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(signal)`
  select s.case_id, s.kind, s.weight, s.at, s.words
  from unnest(${cases}::uuid[]) as wanted (id) cross join lateral (
    select * from today.signal s where s.tenant_id = ${work.tenant} and s.case_id = wanted.id and s.at > ${work.now.subtract({ hours: KEPT_DAYS * 24 })}
    order by s.at desc, s.id desc limit 60) s`

const calming = { case_id: uuid<CaseId>(), at: instant, person_id: nullable(uuid<PersonId>()), because: text }
export const calmingsOf = (work: Work, cases: readonly CaseId[]) => work.sql.many(calming)`
  select distinct on (case_id) case_id, at, person_id, because from today.calming
  where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) order by case_id, at desc`
export const insertCalming = (
  work: Work,
  c: { id: string; case_id: CaseId; person: PersonId | null; by: string; because: string },
) => work.sql.run`
  insert into today.calming (tenant_id, id, case_id, at, person_id, by, because)
  values (${work.tenant}, ${c.id}, ${c.case_id}, ${work.now}, ${c.person}, ${c.by}, ${c.because})`

// One at a time: two signals of one case heard by two servers are summed one after the other.
export const lockSum = (work: Work, case_id: CaseId) => work.sql.maybeOne({ cold_at: instant })`
  select cold_at from today.unhappiness where tenant_id = ${work.tenant} and case_id = ${case_id} for no key update`

type Sum = { case_id: CaseId; owner: PersonId; brand: string; cold_at: Temporal.Instant }
export const writeSum = (work: Work, s: Sum) => work.sql.run`
  insert into today.unhappiness (tenant_id, case_id, owner_id, brand_id, cold_at, noticed_at)
  values (${work.tenant}, ${s.case_id}, ${s.owner}, ${s.brand}, ${s.cold_at}, ${work.now})
  on conflict (tenant_id, case_id) do update set owner_id = excluded.owner_id, cold_at = excluded.cold_at, noticed_at = excluded.noticed_at`

export const passSum = (work: Work, case_id: CaseId, owner: PersonId) => work.sql.run`
  update today.unhappiness set owner_id = ${owner} where tenant_id = ${work.tenant} and case_id = ${case_id}`

export type Wanted = {
  owners?: readonly PersonId[] | undefined
  scopes: readonly Scope[]
  after?: { at: string; id: string } | undefined
  most: number
}
const sum = { case_id: uuid<CaseId>(), owner_id: uuid<PersonId>(), cold_at: instant }
export const listSums = (work: Work, { owners, scopes, after, most }: Wanted) => work.sql.many(sum)`
  select case_id, owner_id, cold_at from today.unhappiness
  where tenant_id = ${work.tenant} and cold_at > ${work.now} ${owners ? part`and owner_id = any(${owners}::uuid[])` : part``} ${inScope(scopes)}
    ${after ? part`and (cold_at, case_id) < (${after.at}::timestamptz, ${after.id}::uuid)` : part``}
  order by cold_at desc, case_id desc limit ${most}`

export const countSums = (work: Work, people: readonly PersonId[], scopes: readonly Scope[]) => work.sql.many({
  owner_id: uuid<PersonId>(),
  n: integer,
})`
  select owner_id, count(*) as n from today.unhappiness
  where tenant_id = ${work.tenant} and cold_at > ${work.now} and owner_id = any(${people}::uuid[]) ${inScope(scopes)} group by owner_id`

function inScope(scopes: readonly Scope[]): Part {
  if (scopes.some((scope) => scope.brands === null)) return part``
  return join([part`and brand_id = any(`, part`${scopes.flatMap((scope) => scope.brands ?? [])}`, part`::uuid[])`], '')
}
