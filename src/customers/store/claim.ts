import { instant, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import { MOST_CLAIMS, type ClaimId, type ClaimKind, type CustomerId } from '../contract.ts'

type Said = { customer: CustomerId; kind: ClaimKind; normalised: string }

// Said again, it is what was said; and nobody says more than a record can hold.
export const insertClaim = (work: Work, c: Said & { id: ClaimId; value: string; said_by: string }) => work.sql.run`
  insert into customers.claim (tenant_id, id, customer_id, kind, value, normalised, said_by, said_at)
  select ${work.tenant}, ${c.id}, ${c.customer}, ${c.kind}, ${c.value}, ${c.normalised}, ${c.said_by}, ${work.now}
  where (select count(*) from customers.claim where tenant_id = ${work.tenant} and customer_id = ${c.customer}) < ${MOST_CLAIMS}
  on conflict (tenant_id, customer_id, kind, normalised) do nothing`

export const recordClaimProof = (work: Work, c: Said & { how: string }) => work.sql.run`
  update customers.claim set proven_at = ${work.now}, proven_how = ${c.how}
  where tenant_id = ${work.tenant} and customer_id = ${c.customer} and kind = ${c.kind} and normalised = ${c.normalised} and proven_at is null`

export const findClaims = (work: Work, customers: readonly CustomerId[]) => work.sql.many({
  id: uuid<ClaimId>(),
  customer: uuid<CustomerId>(),
  kind: word<ClaimKind>(),
  value: text,
  normalised: text,
  said_by: text,
  said_at: instant,
  proven_at: nullable(instant),
})`
  select id, customer_id as customer, kind, value, normalised, said_by, said_at, proven_at from customers.claim
  where tenant_id = ${work.tenant} and customer_id = any(${customers}::uuid[])
  order by said_at desc, id desc limit 1000`

const pair = ({ one, other }: Pair) => (one < other ? ([one, other] as const) : ([other, one] as const))
type Pair = { one: CustomerId; other: CustomerId }

export const insertToldApart = (work: Work, of: Pair & { by: string }) => {
  const [a, b] = pair(of)
  return work.sql.run`
    insert into customers.told_apart (tenant_id, a, b, said_at, said_by) values (${work.tenant}, ${a}, ${b}, ${work.now}, ${of.by})
    on conflict do nothing`
}

export const deleteToldApart = (work: Work, of: Pair) => {
  const [a, b] = pair(of)
  return work.sql.run`delete from customers.told_apart where tenant_id = ${work.tenant} and a = ${a} and b = ${b}`
}

// Whom somebody told apart from one of these.
export const findToldApart = (work: Work, customers: readonly CustomerId[]) => work.sql.many({ id: uuid<CustomerId>() })`
  select b as id from customers.told_apart where tenant_id = ${work.tenant} and a = any(${customers}::uuid[])
  union
  select a from customers.told_apart where tenant_id = ${work.tenant} and b = any(${customers}::uuid[])
  limit 1000`
