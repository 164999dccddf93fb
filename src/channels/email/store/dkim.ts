import { bytes, text } from '#base/sql'
import type { Work } from '#base/work'

export const openDkimKeys = (work: Work, domain: string) => work.sql.many({ selector: text, sealed: bytes })`
  select selector, sealed from channels.dkim_key
  where tenant_id = ${work.tenant} and domain = ${domain.toLowerCase()} and closed_at is null order by selector limit 2`

export const insertDkimKey = (work: Work, key: { domain: string; selector: string; sealed: Buffer; record: string }) => work.sql.run`
  insert into channels.dkim_key (tenant_id, domain, selector, sealed, record, made_at)
  values (${work.tenant}, ${key.domain.toLowerCase()}, ${key.selector}, ${key.sealed}, ${key.record}, ${work.now})`
