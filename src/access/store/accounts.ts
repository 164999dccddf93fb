import type { PersonId, TenantId } from '#base/contract'
import { boolean, instant, integer, json, jsonb, nullable, part, text, uuid, uuids, word, type Sql } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Grant } from '../contract.ts'

export const insertTenant = (sql: Sql, work: Work, name: string) => sql.run`
  insert into access.tenant (tenant_id, name, created_at) values (${work.tenant}, ${name}, ${work.now})`

export const findTenant = (sql: Sql, tenant: TenantId) => sql.maybeOne({ id: uuid<TenantId>(), name: text })`
  select tenant_id as id, name from access.tenant where tenant_id = ${tenant}`

export const updateTenant = (sql: Sql, work: Work, name: string) => sql.run`
  update access.tenant set name = ${name} where tenant_id = ${work.tenant}`

// For the dispatcher, who sees the list of tenants and which addresses may sign in where, and nothing else of them.
export const allTenants = (sql: Sql) => sql.many({ id: uuid<TenantId>(), name: text, created_at: instant })`
  select tenant_id as id, name, created_at from access.tenant order by tenant_id`

export const accountsOf = (sql: Sql, email: string, most: number) => sql.many({
  tenant: uuid<TenantId>(),
  person: uuid<PersonId>(),
})`
  select tenant_id as tenant, person_id as person from access.account
  where email = ${email} and closed_at is null order by tenant_id limit ${most}`

const account = { person_id: uuid<PersonId>(), email: text, opened_at: instant, grants: jsonb<Grant[]>() }

const grants = part`(
  select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'teams', h.teams, 'brands', h.brands) order by h.id), '[]')
  from access.held_role h
  where h.tenant_id = a.tenant_id and h.person_id = a.person_id and h.taken_at is null) as grants`

export const findAccount = (sql: Sql, work: Work, person: PersonId) => sql.maybeOne(account)`
  select a.person_id, a.email, a.opened_at, ${grants}
  from access.account a
  where a.tenant_id = ${work.tenant} and a.person_id = ${person} and a.closed_at is null`

export const findAccounts = (sql: Sql, work: Work, page: { after: string | undefined; most: number }) => sql.many(account)`
  select a.person_id, a.email, a.opened_at, ${grants}
  from access.account a
  where a.tenant_id = ${work.tenant} and a.closed_at is null ${page.after ? part`and a.person_id > ${page.after}` : part``}
  order by a.person_id
  limit ${page.most}`

// Who once had an account gets it back: the row is reopened, its password is not.
export const insertAccount = (sql: Sql, work: Work, a: { person: PersonId; email: string; language: string }) => sql.run`
  insert into access.account as a (tenant_id, person_id, email, language, opened_at)
  values (${work.tenant}, ${a.person}, ${a.email}, ${a.language}, ${work.now})
  on conflict (tenant_id, person_id) do update
  set email = excluded.email, language = excluded.language, opened_at = excluded.opened_at, password = null, closed_at = null
  where a.closed_at is not null`

export const closeAccount = (sql: Sql, work: Work, person: PersonId) => sql.run`
  update access.account set closed_at = ${work.now}, password = null
  where tenant_id = ${work.tenant} and person_id = ${person} and closed_at is null`

export const findSecrets = (sql: Sql, work: Work, person: PersonId) =>
  sql.maybeOne({ email: text, password: nullable(text), language: word<'fr' | 'en'>() })`
  select email, password, language from access.account
  where tenant_id = ${work.tenant} and person_id = ${person} and closed_at is null`

// Held until the commit: a password cannot change under a sign-in that relies on it.
export const lockSecrets = (sql: Sql, work: Work, person: PersonId) => sql.maybeOne({ password: nullable(text) })`
  select password from access.account
  where tenant_id = ${work.tenant} and person_id = ${person} and closed_at is null
  for share`

export const updatePassword = (sql: Sql, work: Work, set: { person: PersonId; password: string }) => sql.run`
  update access.account set password = ${set.password}
  where tenant_id = ${work.tenant} and person_id = ${set.person} and closed_at is null`

export const updateEmail = (sql: Sql, work: Work, set: { person: PersonId; email: string }) => sql.run`
  update access.account set email = ${set.email}
  where tenant_id = ${work.tenant} and person_id = ${set.person} and closed_at is null`

export const updateLanguage = (sql: Sql, work: Work, set: { person: PersonId; language: string }) => sql.run`
  update access.account set language = ${set.language}
  where tenant_id = ${work.tenant} and person_id = ${set.person}`

// Roles of one tenant change one after the other, so that two managers cannot take each other's rights at the same moment.
export const oneAtATime = (sql: Sql, work: Work) => sql.run`
  select pg_advisory_xact_lock(hashtextextended('access.roles ' || ${work.tenant}::text, 0))`

export const takeRoles = (sql: Sql, work: Work, person: PersonId) => sql.run`
  update access.held_role set taken_at = ${work.now}, taken_by = ${actorId(work.actor)}
  where tenant_id = ${work.tenant} and person_id = ${person} and taken_at is null`

export const giveRoles = (sql: Sql, work: Work, given: { person: PersonId; grants: (Grant & { id: string })[] }) => sql.run`
  insert into access.held_role (tenant_id, id, person_id, role, teams, brands, given_at, given_by)
  select ${work.tenant}, id, ${given.person}, role, teams, brands, ${work.now}, ${actorId(work.actor)}
  from jsonb_to_recordset(${json(given.grants)}::jsonb) as g (id uuid, role text, teams uuid[], brands uuid[])`

export const someoneHolds = (sql: Sql, work: Work, wanted: readonly string[]) => sql.one({ held: boolean })`
  select exists (
    select from access.held_role h join access.account a on a.tenant_id = h.tenant_id and a.person_id = h.person_id
    where h.tenant_id = ${work.tenant} and h.taken_at is null and a.closed_at is null
      and h.teams is null and h.brands is null and h.role = any(${wanted}::text[])) as held`

export const holdersOf = (sql: Sql, work: Work, { role, most }: { role: string; most: number }) => sql.many({
  person_id: uuid<PersonId>(),
  teams: nullable(uuids()),
  brands: nullable(uuids()),
})`
  select h.person_id, h.teams, h.brands
  from access.held_role h join access.account a on a.tenant_id = h.tenant_id and a.person_id = h.person_id
  where h.tenant_id = ${work.tenant} and h.role = ${role} and h.taken_at is null and a.closed_at is null
  order by h.given_at, h.id limit ${most}`

export const countAccounts = (sql: Sql, work: Work) => sql.one({ count: integer })`
  select count(*) as count from access.account where tenant_id = ${work.tenant} and closed_at is null`
