import type { PersonId, TenantId } from '#base/contract'
import { boolean, instant, integer, nullable, part, text, uuid, word, type Sql } from '#base/sql'
import type { Work } from '#base/work'
import type { BrandId, CalendarId, EntryPoint, EntryPointId, EntryPointKind } from '../contract.ts'

const entryPoint = {
  id: uuid<EntryPointId>(), brand_id: uuid<BrandId>(), kind: word<EntryPointKind>(), name: text, address: nullable(text), accepts_any: boolean,
  calendar_id: nullable(uuid<CalendarId>()), duty_person_id: uuid<PersonId>(), zone: text, closed_at: nullable(instant), version: integer,
} // prettier-ignore
const columns = part`id, brand_id, kind, name, address, accepts_any, calendar_id, duty_person_id, zone, closed_at, version`

export const findEntryPoint = (work: Work, id: EntryPointId) => work.sql.maybeOne(entryPoint)`
  select ${columns} from brands.entry_point where tenant_id = ${work.tenant} and id = ${id}`

type Page = {
  cursor?: string | undefined
  most: number
  brand?: BrandId | undefined
  kind?: EntryPointKind | undefined
  brands: readonly string[] | null
}
export const listEntryPoints = (work: Work, page: Page) => work.sql.many(entryPoint)`
  select ${columns} from brands.entry_point
  where tenant_id = ${work.tenant} and closed_at is null ${page.cursor ? part`and id > ${page.cursor}` : part``}
    ${page.brands ? part`and brand_id = any(${page.brands}::uuid[])` : part``}
    ${page.brand ? part`and brand_id = ${page.brand}` : part``} ${page.kind ? part`and kind = ${page.kind}` : part``}
  order by id limit ${page.most}`

export type EntryPointFields = Omit<EntryPoint, 'version' | 'closed_at'>
export const insertEntryPoint = (work: Work, e: EntryPointFields) => work.sql.run`
  insert into brands.entry_point (tenant_id, id, brand_id, kind, name, address, accepts_any, calendar_id, duty_person_id, zone, made_at)
  values (${work.tenant}, ${e.id}, ${e.brand_id}, ${e.kind}, ${e.name}, ${e.address}, ${e.accepts_any}, ${e.calendar_id}, ${e.duty_person_id},
    ${e.zone}, ${work.now})`

export const updateEntryPoint = (work: Work, e: EntryPointFields & { version: number }) => work.sql.run`
  update brands.entry_point
  set name = ${e.name}, address = ${e.address}, accepts_any = ${e.accepts_any}, calendar_id = ${e.calendar_id},
    duty_person_id = ${e.duty_person_id}, zone = ${e.zone}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${e.id} and version = ${e.version} and closed_at is null`

export const closeEntryPoint = (work: Work, id: EntryPointId) => work.sql.run`
  update brands.entry_point set closed_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and closed_at is null`

export const countOpen = (work: Work, brand: BrandId) => work.sql.one({ count: integer })`
  select count(*) as count from brands.entry_point where tenant_id = ${work.tenant} and brand_id = ${brand} and closed_at is null`

export const replaceDutyPerson = (work: Work, change: { person: PersonId; successor: PersonId }) => work.sql.many({
  id: uuid<EntryPointId>(),
})`
  update brands.entry_point set duty_person_id = ${change.successor}, version = version + 1
  where tenant_id = ${work.tenant} and duty_person_id = ${change.person} and closed_at is null
  returning id`

// For the mail door, before it knows whose mail it is: the envelope columns of all tenants and no others.
const envelope = { tenant_id: uuid<TenantId>(), id: uuid<EntryPointId>(), address: text }
export const findMailboxes = (dispatcher: Sql, addresses: readonly string[]) => dispatcher.many(envelope)`
  select tenant_id, id, lower(address) as address from brands.entry_point
  where kind = 'email' and closed_at is null and lower(address) = any(${addresses}::text[])`

export const findCatchAll = (dispatcher: Sql) => dispatcher.maybeOne({ tenant_id: uuid<TenantId>(), id: uuid<EntryPointId>() })`
  select tenant_id, id from brands.entry_point where accepts_any and closed_at is null`

// The house's first open mail door, else its first open door of any kind.
export const findMainEntryPoint = (work: Work) => work.sql.maybeOne(entryPoint)`
  select ${columns} from brands.entry_point where tenant_id = ${work.tenant} and closed_at is null order by kind <> 'email', made_at, id limit 1`

// The first open door of a kind that a brand has, one with an address before one without.
export const findDoorOf = (work: Work, brand: BrandId, kind: EntryPointKind) => work.sql.maybeOne(entryPoint)`
  select ${columns} from brands.entry_point
  where tenant_id = ${work.tenant} and brand_id = ${brand} and kind = ${kind} and closed_at is null
  order by address is null, made_at, id limit 1`

// The door of a fresh house: it takes any address because nobody has given it one.
export const findNamelessDoor = (work: Work) => work.sql.maybeOne(entryPoint)`
  select ${columns} from brands.entry_point
  where tenant_id = ${work.tenant} and closed_at is null and accepts_any and address is null order by made_at, id limit 1`
