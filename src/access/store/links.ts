import type { PersonId } from '#base/contract'
import { uuid, type Sql } from '#base/sql'
import type { Work } from '#base/work'

export const insertLink = (
  sql: Sql,
  work: Work,
  link: { hash: Buffer; person: PersonId; expires_at: Temporal.Instant },
) => sql.run`
  insert into access.sign_in_link (tenant_id, hash, person_id, made_at, expires_at)
  values (${work.tenant}, ${link.hash}, ${link.person}, ${work.now}, ${link.expires_at})`

// Used by the one update that finds it unused: two who hold the same link cannot both get in.
export const useLink = (sql: Sql, work: Work, hash: Buffer) => sql.maybeOne({ person_id: uuid<PersonId>() })`
  update access.sign_in_link l set used_at = ${work.now}
  from access.account a
  where l.tenant_id = ${work.tenant} and l.hash = ${hash} and l.used_at is null and l.expires_at > ${work.now}
    and a.tenant_id = l.tenant_id and a.person_id = l.person_id and a.closed_at is null
  returning l.person_id`

export const personOfLink = (sql: Sql, work: Work, hash: Buffer) => sql.maybeOne({ person_id: uuid<PersonId>() })`
  select person_id from access.sign_in_link where tenant_id = ${work.tenant} and hash = ${hash}`

export const forgetLinks = (sql: Sql, work: Work, person: PersonId) => sql.run`
  delete from access.sign_in_link where tenant_id = ${work.tenant} and person_id = ${person} and used_at is null`

export const forgetOldLinks = (sql: Sql, work: Work, old: { person: PersonId; before: Temporal.Instant }) => sql.run`
  delete from access.sign_in_link where tenant_id = ${work.tenant} and person_id = ${old.person} and expires_at < ${old.before}`
