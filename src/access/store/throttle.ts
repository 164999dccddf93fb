import { bytes, instant, integer, nullable, type Sql } from '#base/sql'
import type { Work } from '#base/work'

export type DoorRow = { door: Buffer; tries: number; tried_at: Temporal.Instant; known_until: Temporal.Instant | null }

// Takes the rows of these doors, making those that are missing, and holds them until the commit: tries made at the same moment are
// counted one after the other. Always in the order of the key, so that two of us cannot wait for each other.
export const holdDoors = (sql: Sql, work: Work, doors: readonly Buffer[]) => sql.many<DoorRow>({
  door: bytes,
  tries: integer,
  tried_at: instant,
  known_until: nullable(instant),
})`
  insert into access.throttle as t (tenant_id, door, tries, tried_at)
  select ${work.tenant}, door, 0, ${work.now} from unnest(${doors}::bytea[]) as d (door) order by door
  on conflict (tenant_id, door) do update set door = excluded.door
  returning t.door, t.tries, t.tried_at, t.known_until`

export const countTry = (sql: Sql, work: Work, door: { door: Buffer; tries: number }) => sql.run`
  update access.throttle set tries = ${door.tries}, tried_at = ${work.now} where tenant_id = ${work.tenant} and door = ${door.door}`

export const clearDoors = (sql: Sql, work: Work, doors: readonly Buffer[]) => sql.run`
  update access.throttle set tries = 0 where tenant_id = ${work.tenant} and door = any(${doors}::bytea[])`

export const giveBackTry = (sql: Sql, work: Work, door: Buffer) => sql.run`
  update access.throttle set tries = greatest(0, tries - 1) where tenant_id = ${work.tenant} and door = ${door}`

export const markKnown = (sql: Sql, work: Work, known: { door: Buffer; until: Temporal.Instant }) => sql.run`
  update access.throttle set known_until = ${known.until} where tenant_id = ${work.tenant} and door = ${known.door}`

// Rows are forgotten in passing, a few at a time: what nobody tried for a day has faded to nothing.
export const forgetDoors = (sql: Sql, work: Work, before: Temporal.Instant) => sql.run`
  delete from access.throttle where (tenant_id, door) in (
    select tenant_id, door from access.throttle
    where tenant_id = ${work.tenant} and tried_at < ${before} and (known_until is null or known_until < ${work.now})
    order by tried_at limit 20
    for update skip locked)`
