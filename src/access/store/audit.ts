import { instant, json, jsonb, nullable, part, text, uuid, word, type Sql } from '#base/sql'
import { actorId, type Work } from '#base/work'

export type NewAudit = { id: string; what: string; about: string | null; address: string | null; details: object }

export const insertAudit = (sql: Sql, work: Work, row: NewAudit) => sql.run`
  insert into access.audit (tenant_id, id, at, actor_kind, actor_id, what, about, address, details)
  values (${work.tenant}, ${row.id}, ${work.now}, ${work.actor.kind}, ${actorId(work.actor)}, ${row.what}, ${row.about}, ${row.address}, ${json(row.details)})`

export type AuditFilter = { what?: string | undefined; about?: string | undefined; before?: string | undefined; most: number }

// What was done, and what was refused at the public doors (store/refusal.ts), as one trail.
export const findAudit = (sql: Sql, work: Work, filter: AuditFilter) => sql.many({
  id: uuid(), at: instant, actor_kind: word<'person' | 'key' | 'system' | 'customer'>(), actor_id: text,
  what: text, about: nullable(text), address: nullable(text), details: jsonb<Record<string, unknown>>(),
})`
  select id, at, actor_kind, actor_id, what, about, address, details from (
    (select id, at, actor_kind, actor_id, what, about, address, details
    from access.audit
    where tenant_id = ${work.tenant}
      ${filter.before ? part`and id < ${filter.before}` : part``}
      ${filter.what ? part`and what = ${filter.what}` : part``}
      ${filter.about ? part`and about = ${filter.about}` : part``}
    order by id desc
    limit ${filter.most})
    union all
    (select id, at, 'customer', 'visitor', 'door.refused', nullif(about, ''), nullif(address, ''),
      jsonb_build_object('code', code, 'count', count, 'door', door, 'last_at', last_at) || details
    from access.refusal
    where tenant_id = ${work.tenant} and ${filter.what ?? 'door.refused'} = 'door.refused'
      ${filter.before ? part`and id < ${filter.before}` : part``}
      ${filter.about ? part`and about = ${filter.about}` : part``}
    order by id desc
    limit ${filter.most})
  ) as trail
  order by id desc
  limit ${filter.most}` // prettier-ignore
