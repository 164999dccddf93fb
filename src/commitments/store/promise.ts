import type { PersonId } from '#base/contract'
import { date, instant, integer, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { PromiseId } from '../contract.ts'

export const row = {
  id: uuid<PromiseId>(), case_id: uuid<CaseId>(), customer_id: nullable(uuid<CustomerId>()), brand_id: uuid(), what: text, due_at: instant,
  due_day: nullable(date), zone: text, channel: text, owner_id: uuid<PersonId>(), made_by_id: nullable(uuid<PersonId>()), made_at: instant,
  due_soon_at: nullable(instant), reminded_at: nullable(instant), broken_at: nullable(instant), kept_at: nullable(instant),
  kept_by_id: nullable(uuid<PersonId>()), moved_at: nullable(instant), moved_because: nullable(text), moved_to: nullable(uuid<PromiseId>()),
  untold_because: nullable(text), withdrawn_at: nullable(instant), withdrawn_because: nullable(text), version: integer,
} // prettier-ignore
export type PromiseRow = Awaited<ReturnType<typeof promisesOfCases>>[number]

export type NewRow = {
  id: PromiseId
  case_id: CaseId
  customer_id: CustomerId | null
  brand_id: string
  what: string
  due_at: Temporal.Instant
  due_day: Temporal.PlainDate | null
  zone: string
  channel: string
  owner_id: PersonId
  made_by_id: PersonId | null
  made_by: string
  due_soon_at: Temporal.Instant | null
}
export const insertPromise = (work: Work, p: NewRow) => work.sql.run`
  insert into commitments.promise (tenant_id, id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id,
    made_by, made_at, due_soon_at)
  values (${work.tenant}, ${p.id}, ${p.case_id}, ${p.customer_id}, ${p.brand_id}, ${p.what}, ${p.due_at}, ${p.due_day}, ${p.zone}, ${p.channel},
    ${p.owner_id}, ${p.made_by_id}, ${p.made_by}, ${work.now}, ${p.due_soon_at})`

export const findPromise = (work: Work, id: PromiseId) => work.sql.maybeOne(row)`
  select id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id, made_at, due_soon_at, reminded_at,
    broken_at, kept_at, kept_by_id, moved_at, moved_because, moved_to, untold_because, withdrawn_at, withdrawn_because, version
  from commitments.promise where tenant_id = ${work.tenant} and id = ${id}`

// Whoever would change a promise queues here: the one who keeps it, and the clock that breaks it.
export const lockPromise = (work: Work, id: PromiseId) => work.sql.maybeOne(row)`
  select id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id, made_at, due_soon_at, reminded_at,
    broken_at, kept_at, kept_by_id, moved_at, moved_because, moved_to, untold_because, withdrawn_at, withdrawn_because, version
  from commitments.promise where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const promisesOfCases = (work: Work, cases: readonly CaseId[], most: number) => work.sql.many(row)`
  select id, case_id, customer_id, brand_id, what, due_at, due_day, zone, channel, owner_id, made_by_id, made_at, due_soon_at, reminded_at,
    broken_at, kept_at, kept_by_id, moved_at, moved_because, moved_to, untold_because, withdrawn_at, withdrawn_because, version
  from commitments.promise where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[])
  order by made_at desc, id desc limit ${most}`

// What happened is never before what led to it, even if the machine's clock went back meanwhile.
export const recordBroken = (work: Work, id: PromiseId) => work.sql.run`
  update commitments.promise set broken_at = greatest(${work.now}, due_at), version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and broken_at is null`

// Whatever has fallen due by now and nobody else is at: those by a day all fall due at closing.
const owed = { id: uuid<PromiseId>(), case_id: uuid<CaseId>(), owner_id: uuid<PersonId>(), due_at: instant }
export const breakDue = (work: Work, most: number) => work.sql.many(owed)`
  update commitments.promise set broken_at = greatest(${work.now}, due_at), version = version + 1
  where tenant_id = ${work.tenant} and id in (
    select id from commitments.promise
    where tenant_id = ${work.tenant} and due_at <= ${work.now} and broken_at is null and kept_at is null and moved_at is null and withdrawn_at is null
    order by due_at, id limit ${most} for no key update skip locked)
  returning id, case_id, owner_id, due_at`

export const remindDue = (work: Work, most: number) => work.sql.many(owed)`
  update commitments.promise set reminded_at = greatest(${work.now}, due_soon_at), version = version + 1
  where tenant_id = ${work.tenant} and id in (
    select id from commitments.promise
    where tenant_id = ${work.tenant} and due_soon_at <= ${work.now} and due_at > ${work.now} and reminded_at is null and broken_at is null
      and kept_at is null and moved_at is null and withdrawn_at is null
    order by due_soon_at limit ${most} for no key update skip locked)
  returning id, case_id, owner_id, due_at`

export const recordKept = (work: Work, id: PromiseId, by: { person: PersonId | null; actor: string }) => work.sql.run`
  update commitments.promise set kept_at = greatest(${work.now}, made_at), kept_by_id = ${by.person}, kept_by = ${by.actor}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

type MovedTo = { promise: PromiseId; because: string; actor: string; told: string | null; untold: string | null }
export const recordMoved = (work: Work, id: PromiseId, to: MovedTo) => work.sql.run`
  update commitments.promise set moved_at = greatest(${work.now}, made_at), moved_by = ${to.actor}, moved_because = ${to.because},
    moved_to = ${to.promise}, told_by = ${to.told}, untold_because = ${to.untold}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordWithdrawn = (work: Work, id: PromiseId, why: { because: string; actor: string }) => work.sql.run`
  update commitments.promise set withdrawn_at = greatest(${work.now}, made_at), withdrawn_by = ${why.actor}, withdrawn_because = ${why.because},
    version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const owedInCase = (work: Work, case_id: CaseId) => work.sql.many(owed)`
  select id, case_id, owner_id, due_at from commitments.promise
  where tenant_id = ${work.tenant} and case_id = ${case_id} and kept_at is null and moved_at is null and withdrawn_at is null
  order by due_at, id limit 1000`

type OwedPage = { most: number; after?: { at: string; id: string } | undefined }
export const owedBy = (work: Work, person: PersonId, { most, after }: OwedPage) => work.sql.many({ ...owed, what: text })`
  select id, case_id, owner_id, due_at, what from commitments.promise
  where tenant_id = ${work.tenant} and owner_id = ${person} and kept_at is null and moved_at is null and withdrawn_at is null
    ${after ? part`and (due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : part``}
  order by due_at, id limit ${most}`

export const passOn = (work: Work, ids: readonly PromiseId[], to: PersonId) => work.sql.run`
  update commitments.promise set owner_id = ${to}, version = version + 1
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const recordCustomer = (work: Work, case_id: CaseId, customer: CustomerId) => work.sql.run`
  update commitments.promise set customer_id = ${customer}
  where tenant_id = ${work.tenant} and case_id = ${case_id} and kept_at is null and moved_at is null and withdrawn_at is null`
