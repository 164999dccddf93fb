import type { PersonId } from '#base/contract'
import { boolean, instant, jsonb, nullable, part, text, uuid, word, type Sql } from '#base/sql'
import type { Work } from '#base/work'
import type { Grant, SessionId } from '../contract.ts'

export type NewSession = {
  id: SessionId
  person: PersonId
  hash: Buffer
  expires_at: Temporal.Instant
  how: 'link' | 'password'
  address: string
  browser: string
}

export const insertSession = (sql: Sql, work: Work, s: NewSession) => sql.run`
  insert into access.session (tenant_id, id, person_id, hash, started_at, used_at, expires_at, how, address, browser)
  values (${work.tenant}, ${s.id}, ${s.person}, ${s.hash}, ${work.now}, ${work.now}, ${s.expires_at}, ${s.how}, ${s.address}, ${s.browser})`

// A session as it is this very moment, with the rights its person holds now.
export const findSession = (sql: Sql, work: Work, given: { hash: Buffer; idle_since: Temporal.Instant }) => sql.maybeOne({
  id: uuid<SessionId>(), person_id: uuid<PersonId>(), used_at: instant, expires_at: instant, renew: boolean, grants: jsonb<Grant[]>(),
})`
  select s.id, s.person_id, s.used_at, s.expires_at, s.renew_at is not null and s.hash = ${given.hash} as renew, (
    select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'teams', h.teams, 'brands', h.brands) order by h.id), '[]')
    from access.held_role h
    where h.tenant_id = s.tenant_id and h.person_id = s.person_id and h.taken_at is null) as grants
  from access.session s
  join access.account a on a.tenant_id = s.tenant_id and a.person_id = s.person_id
  where s.tenant_id = ${work.tenant}
    and (s.hash = ${given.hash} or (s.previous_hash = ${given.hash} and s.previous_until > ${work.now}))
    and s.ended_at is null and s.expires_at > ${work.now} and s.used_at > ${given.idle_since} and a.closed_at is null` // prettier-ignore

export const holdingSession = (sql: Sql, work: Work, given: { id: SessionId; idle_since: Temporal.Instant }) => sql.maybeOne({
  id: uuid<SessionId>(),
})`
  select s.id from access.session s
  join access.account a on a.tenant_id = s.tenant_id and a.person_id = s.person_id
  where s.tenant_id = ${work.tenant} and s.id = ${given.id} and s.ended_at is null and s.expires_at > ${work.now}
    and s.used_at > ${given.idle_since} and a.closed_at is null`

export const touchSession = (sql: Sql, work: Work, id: SessionId) => sql.run`
  update access.session set used_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and used_at < ${work.now}`

export const mustRenew = (sql: Sql, work: Work, person: PersonId) => sql.run`
  update access.session set renew_at = ${work.now}
  where tenant_id = ${work.tenant} and person_id = ${person} and ended_at is null`

export const renewSession = (
  sql: Sql,
  work: Work,
  s: { id: SessionId; from: Buffer; to: Buffer; previous_until: Temporal.Instant },
) => sql.run`
  update access.session set hash = ${s.to}, previous_hash = ${s.from}, previous_until = ${s.previous_until}, renew_at = null
  where tenant_id = ${work.tenant} and id = ${s.id} and hash = ${s.from} and renew_at is not null and ended_at is null`

export const findSessions = (sql: Sql, work: Work, given: { person: PersonId; idle_since: Temporal.Instant; most: number }) => sql.many({
  id: uuid<SessionId>(), person_id: uuid<PersonId>(), started_at: instant, used_at: instant, how: word<'link' | 'password'>(),
  address: nullable(text), browser: nullable(text),
})`
  select id, person_id, started_at, used_at, how, address, browser from access.session
  where tenant_id = ${work.tenant} and person_id = ${given.person} and ended_at is null
    and expires_at > ${work.now} and used_at > ${given.idle_since}
  order by used_at desc, id
  limit ${given.most}` // prettier-ignore

export const findFreshLinkSession = (sql: Sql, work: Work, given: { id: SessionId; since: Temporal.Instant }) => sql.maybeOne({
  id: uuid<SessionId>(),
})`
  select id from access.session
  where tenant_id = ${work.tenant} and id = ${given.id} and how = 'link' and started_at > ${given.since}`

export const personOfSession = (sql: Sql, work: Work, id: SessionId) => sql.maybeOne({ person_id: uuid<PersonId>() })`
  select person_id from access.session where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export type Ending = { person: PersonId; only?: SessionId | undefined; except?: SessionId | undefined }

export const endSessions = (sql: Sql, work: Work, end: Ending) => sql.many({ id: uuid<SessionId>() })`
  update access.session set ended_at = ${work.now}
  where tenant_id = ${work.tenant} and person_id = ${end.person} and ended_at is null
    ${end.only ? part`and id = ${end.only}` : part``}
    ${end.except ? part`and id <> ${end.except}` : part``}
  returning id`

export const forgetOldSessions = (sql: Sql, work: Work, old: { person: PersonId; before: Temporal.Instant }) => sql.run`
  delete from access.session where tenant_id = ${work.tenant} and person_id = ${old.person} and expires_at < ${old.before}`

// Whoever is first, as long as nobody has ever been in.
export const firstAccountWithoutSessions = (sql: Sql, work: Work) => sql.maybeOne({ person_id: uuid<PersonId>() })`
  select person_id from access.account
  where tenant_id = ${work.tenant} and closed_at is null and not exists (select from access.session s where s.tenant_id = ${work.tenant})
  order by opened_at, person_id limit 1`

// The account with this address; without one, the first whose role may do everything.
export const accountToLetIn = (sql: Sql, work: Work, email: string | null) => sql.maybeOne({ person_id: uuid<PersonId>() })`
  select a.person_id from access.account a
  where a.tenant_id = ${work.tenant} and a.closed_at is null
    and case when ${email}::text is not null then a.email = ${email} else exists (
      select from access.held_role r
      where r.tenant_id = a.tenant_id and r.person_id = a.person_id and r.taken_at is null and r.role = 'director') end
  order by a.opened_at, a.person_id limit 1`
