import { boolean, instant, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CustomerId, IdentityId, IdentityKind } from '../contract.ts'

const row = {
  id: uuid<IdentityId>(), customer: uuid<CustomerId>(), kind: word<IdentityKind>(), value: text, normalised: text, preferred: boolean,
  verified_at: nullable(instant), verified_how: nullable(text), added_at: instant,
} // prettier-ignore

export const findIdentities = (work: Work, customers: readonly CustomerId[]) => work.sql.many(row)`
  select id, customer_id as customer, kind, value, normalised, preferred_at is not null as preferred, verified_at, verified_how, added_at
  from customers.identity
  where tenant_id = ${work.tenant} and customer_id = any(${customers}::uuid[]) and removed_at is null
  order by kind, preferred_at nulls last, added_at, id
  limit 1000`

export type NewIdentityRow = {
  id: IdentityId
  customer: CustomerId
  kind: IdentityKind
  value: string
  normalised: string
  preferred: boolean
  verified_how: string | null
}
export const insertIdentity = (work: Work, i: NewIdentityRow) => work.sql.run`
  insert into customers.identity (tenant_id, id, customer_id, kind, value, normalised, preferred_at, verified_at, verified_how, added_at)
  values (${work.tenant}, ${i.id}, ${i.customer}, ${i.kind}, ${i.value}, ${i.normalised}, ${i.preferred ? work.now : null},
    ${i.verified_how === null ? null : work.now}, ${i.verified_how}, ${work.now})
  on conflict (tenant_id, kind, normalised) where removed_at is null do nothing`

export const holderOf = (work: Work, kind: IdentityKind, normalised: string) => work.sql.maybeOne({
  id: uuid<IdentityId>(),
  customer_id: uuid<CustomerId>(),
  verified_at: nullable(instant),
})`
  select id, customer_id, verified_at from customers.identity
  where tenant_id = ${work.tenant} and kind = ${kind} and normalised = ${normalised} and removed_at is null`

// The first proof stays: when it became known is what matters.
export const recordVerification = (work: Work, i: { kind: IdentityKind; normalised: string; how: string }) => work.sql.run`
  update customers.identity set verified_at = ${work.now}, verified_how = ${i.how}
  where tenant_id = ${work.tenant} and kind = ${i.kind} and normalised = ${i.normalised} and removed_at is null and verified_at is null`

export const stopPreferring = (work: Work, customer: CustomerId, kind: IdentityKind) => work.sql.run`
  update customers.identity set preferred_at = null
  where tenant_id = ${work.tenant} and customer_id = ${customer} and kind = ${kind} and preferred_at is not null`

export const recordRemoval = (work: Work, customer: CustomerId, id: IdentityId) => work.sql.maybeOne({
  kind: word<IdentityKind>(),
})`
  update customers.identity set removed_at = ${work.now}, preferred_at = null
  where tenant_id = ${work.tenant} and customer_id = ${customer} and id = ${id} and removed_at is null
  returning kind`
