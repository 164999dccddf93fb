import { bytes, instant, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { DkimKeyId } from '../../contract.ts'

export const openDkimKeys = (work: Work, domain: string) => work.sql.many({ selector: text, sealed: bytes })`
  select selector, sealed from channels.dkim_key
  where tenant_id = ${work.tenant} and domain = ${domain.toLowerCase()} and closed_at is null order by selector limit 2`

export const insertDkimKey = (
  work: Work,
  key: { id: DkimKeyId; domain: string; selector: string; sealed: Buffer; record: string },
) => work.sql.run`
  insert into channels.dkim_key (tenant_id, id, domain, selector, sealed, record, made_at)
  values (${work.tenant}, ${key.id}, ${key.domain.toLowerCase()}, ${key.selector}, ${key.sealed}, ${key.record}, ${work.now})`

export const listDkimKeys = (work: Work) => work.sql.many({
  id: uuid<DkimKeyId>(),
  domain: text,
  selector: text,
  record: text,
  made_at: instant,
})`
  select id, domain, selector, record, made_at from channels.dkim_key
  where tenant_id = ${work.tenant} and closed_at is null order by domain, made_at, selector limit 500`

// Two who make a key for one domain go one after the other.
export const lockDkimKeys = (work: Work, domain: string) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`${work.tenant} ${domain}`}, 4720117))`

export const closeDkimKey = (work: Work, id: DkimKeyId) => work.sql.run`
  update channels.dkim_key set closed_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`
