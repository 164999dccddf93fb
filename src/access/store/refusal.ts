import { json, type Sql } from '#base/sql'
import type { Work } from '#base/work'

export type RefusalLine = {
  id: string
  minute: Temporal.Instant
  door: string
  code: string
  about: string
  address: string
  count: number
  at: Temporal.Instant
  last_at: Temporal.Instant
  details: object
}

export const countRefusal = (sql: Sql, work: Work, line: RefusalLine) => sql.run`
  insert into access.refusal as r (tenant_id, id, minute, door, code, about, address, count, at, last_at, details)
  select ${work.tenant}, ${line.id}, ${line.minute}, ${line.door}, ${line.code}, ${line.about}, ${line.address}, ${line.count}, ${line.at},
    ${line.last_at}, ${json(line.details)}
  from access.tenant t where t.tenant_id = ${work.tenant} -- a key may name a house that does not exist
  on conflict (tenant_id, minute, code, about, address)
  do update set count = r.count + excluded.count, last_at = greatest(r.last_at, excluded.last_at)`
