import { bytes, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { LinkId, LinkPurpose, LinkScope } from '../contract.ts'

const row = {
  id: uuid<LinkId>(), brand_id: uuid<BrandId>(), customer_id: nullable(uuid<CustomerId>()), case_id: nullable(uuid<CaseId>()), scope: word<LinkScope>(),
  mailed_to: nullable(text), made_for: word<LinkPurpose>(), made_at: instant, expires_at: instant, opened_at: nullable(instant),
  confirmed_at: nullable(instant), revoked_at: nullable(instant),
} // prettier-ignore
export type LinkRow = NonNullable<Awaited<ReturnType<typeof findByHash>>>

export const findByHash = (work: Work, hash: Buffer) => work.sql.maybeOne(row)`
  select id, brand_id, customer_id, case_id, scope, mailed_to, made_for, made_at, expires_at, opened_at, confirmed_at, revoked_at
  from portal.link where tenant_id = ${work.tenant} and hash = ${hash}`

export const findLink = (work: Work, id: LinkId) => work.sql.maybeOne(row)`
  select id, brand_id, customer_id, case_id, scope, mailed_to, made_for, made_at, expires_at, opened_at, confirmed_at, revoked_at
  from portal.link where tenant_id = ${work.tenant} and id = ${id}`

// Those that show a case: made for it, or for its customer at its brand.
export const linksOfCase = (work: Work, of: { case: CaseId; customer: CustomerId | null; brand: string }) => work.sql.many(row)`
  select id, brand_id, customer_id, case_id, scope, mailed_to, made_for, made_at, expires_at, opened_at, confirmed_at, revoked_at
  from portal.link
  where tenant_id = ${work.tenant} and ((scope = 'case' and case_id = ${of.case})
    or (scope = 'customer' and customer_id = ${of.customer}::uuid and brand_id = ${of.brand}))
  order by made_at desc, id desc limit 50`

export type NewLink = {
  id: LinkId
  hash: Buffer
  brand: BrandId
  customer: CustomerId | null
  case: CaseId | null
  scope: LinkScope
  mailed_to: string | null
  made_for: LinkPurpose
  by: string
  expires_at: Temporal.Instant
}
export const insertLink = (work: Work, l: NewLink) => work.sql.run`
  insert into portal.link (tenant_id, id, hash, brand_id, customer_id, case_id, scope, mailed_to, made_for, made_at, made_by, expires_at)
  values (${work.tenant}, ${l.id}, ${l.hash}, ${l.brand}, ${l.customer}, ${l.case}, ${l.scope}, ${l.mailed_to}, ${l.made_for}, ${work.now}, ${l.by}, ${l.expires_at})`

// Beyond so many alive the oldest give way: the ones that were never acted through first.
export const makeRoom = (
  work: Work,
  of: { customer: CustomerId | null; case: CaseId | null; brand: string; scope: LinkScope; most: number },
) => work.sql.run`
  update portal.link set revoked_at = ${work.now}, revoked_by = 'made room'
  where tenant_id = ${work.tenant} and id in (
    select id from portal.link
    where tenant_id = ${work.tenant} and scope = ${of.scope} and revoked_at is null and expires_at > ${work.now}
      ${of.scope === 'customer' ? part`and customer_id = ${of.customer} and brand_id = ${of.brand}` : part`and case_id = ${of.case}`}
    order by confirmed_at is not null desc, made_at desc, id desc offset ${of.most})`

export const recordOpening = (work: Work, id: LinkId, expires_at: Temporal.Instant) => work.sql.run`
  update portal.link set opened_at = ${work.now}, expires_at = greatest(expires_at, ${expires_at})
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordConfirmation = (work: Work, id: LinkId) => work.sql.run`
  update portal.link set confirmed_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and confirmed_at is null`

export const recordRevocation = (work: Work, id: LinkId, by: string) => work.sql.run`
  update portal.link set revoked_at = ${work.now}, revoked_by = ${by} where tenant_id = ${work.tenant} and id = ${id} and revoked_at is null`

// Links to one request that were shown to whoever said to be somebody, once that somebody has proven to be another.
export const revokeShownLinks = (work: Work, of: { case: CaseId; but: LinkId }) => work.sql.run`
  update portal.link set revoked_at = ${work.now}, revoked_by = 'confirmed by mail'
  where tenant_id = ${work.tenant} and case_id = ${of.case} and scope = 'case' and mailed_to is null and made_for = 'form'
    and id <> ${of.but} and revoked_at is null`

export const countAskings = (work: Work, key: Buffer, since: Temporal.Instant) => work.sql.one({ n: integer })`
  select count(*) as n from portal.asking where tenant_id = ${work.tenant} and key = ${key} and at > ${since}`
export const insertAsking = (work: Work, key: Buffer, id: string) => work.sql.run`
  insert into portal.asking (tenant_id, key, at, id) values (${work.tenant}, ${key}, ${work.now}, ${id})`
export const forgetAskings = (work: Work, before: Temporal.Instant) => work.sql.run`
  delete from portal.asking where tenant_id = ${work.tenant} and at < ${before}`
// Two who ask at once for the same are counted one after the other.
export const queueFor = (work: Work, key: Buffer) => work.sql.maybeOne({ key: bytes })`
  select ''::bytea as key from (select pg_advisory_xact_lock(hashtextextended(${`portal ${key.toString('hex')}`}, 0))) as held`
