import { bytes, instant, integer, nullable, text, uuid, type Sql } from '#base/sql'
import type { TenantId } from '#base/contract'
import type { Work } from '#base/work'

const house = { tenant_id: uuid<TenantId>(), seed: integer, furnished_at: nullable(instant) }
export const allHouses = (dispatcher: Sql) => dispatcher.many(house)`
  select tenant_id, seed, furnished_at from demo.house order by tenant_id limit 100`

export const findHouse = (work: Work) => work.sql.maybeOne(house)`
  select tenant_id, seed, furnished_at from demo.house where tenant_id = ${work.tenant}`

export const insertHouse = (work: Work, seed: number) => work.sql.run`
  insert into demo.house (tenant_id, seed, made_at) values (${work.tenant}, ${seed}, ${work.now})`

export const recordFurnished = (work: Work) => work.sql.run`
  update demo.house set furnished_at = ${work.now} where tenant_id = ${work.tenant}`

// The number of the next letter; nothing when the house is gone.
export const nextLetter = (work: Work) => work.sql.maybeOne({ letters: integer, seed: integer })`
  update demo.house set letters = letters + 1 where tenant_id = ${work.tenant} returning letters, seed`

// The owner's own function: it knows the tenant by itself and refuses one that is no demonstration.
export const removeAll = (work: Work) => work.sql.one({ rows: integer })`
  select demo.remove() as rows`

const door = { name: text, key: text, identity_key: nullable(uuid()), sealed: nullable(bytes) }
export type WebDoor = { kind: 'chat' | 'form'; name: string; key: string; identity_key: string | null; sealed: Buffer | null }
export const insertWebDoor = (work: Work, d: WebDoor) => work.sql.run`
  insert into demo.web_door (tenant_id, kind, name, key, identity_key, sealed)
  values (${work.tenant}, ${d.kind}, ${d.name}, ${d.key}, ${d.identity_key}, ${d.sealed})`

export const webDoors = (work: Work, kind: WebDoor['kind']) => work.sql.many(door)`
  select name, key, identity_key, sealed from demo.web_door where tenant_id = ${work.tenant} and kind = ${kind} order by name`
