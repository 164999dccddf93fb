// Seats, and the breaks planned for them.
import type { PersonId } from '#base/contract'
import { boolean, instant, integer, json, jsonb, nullable, part, text, texts, uuid, word } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { Break, BreakId, SeatState } from '../contract.ts'

const row = {
  person_id: uuid<PersonId>(), state: word<SeatState>(), since: instant, here: boolean, presence: text, frees_at: nullable(instant),
  paused_at: nullable(instant), pause_until: nullable(instant), pause_because: nullable(text), paused_channels: texts, break_at: nullable(instant),
  break_ends: nullable(instant), units: integer, most: jsonb<Partial<Record<string, number>>>(),
} // prettier-ignore
export type SeatRow = Awaited<ReturnType<typeof allSeats>>[number]
const columns = part`person_id, state, since, here, presence, frees_at, paused_at, pause_until, pause_because, paused_channels, break_at, break_ends, units, most`

export const allSeats = (work: Work, most: number) => work.sql.many(row)`
  select ${columns} from routing.seat where tenant_id = ${work.tenant} order by person_id limit ${most}`

export const findSeats = (work: Work, people: readonly string[]) => work.sql.many(row)`
  select ${columns} from routing.seat where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[])`

export const listSeats = (
  work: Work,
  page: { people: readonly string[] | null; after: string | undefined; most: number },
) => work.sql.many(row)`
  select ${columns} from routing.seat
  where tenant_id = ${work.tenant} ${page.people ? part`and person_id = any(${page.people}::uuid[])` : part``}
    ${page.after ? part`and person_id > ${page.after}` : part``}
  order by person_id limit ${page.most}`

const plain = (r: SeatRow) =>
  Object.fromEntries(
    Object.entries(r).map(([name, value]) => [name, value instanceof Temporal.Instant ? value.toString() : value]),
  )

export const putSeats = (work: Work, rows: readonly SeatRow[]) => work.sql.run`
  insert into routing.seat as s (tenant_id, ${columns})
  select ${work.tenant}, ${columns} from jsonb_populate_recordset(null::routing.seat, ${json(rows.map(plain))}::jsonb)
  on conflict (tenant_id, person_id) do update set state = excluded.state, since = excluded.since, here = excluded.here, presence = excluded.presence,
    frees_at = excluded.frees_at, paused_at = excluded.paused_at, pause_until = excluded.pause_until, pause_because = excluded.pause_because,
    paused_channels = excluded.paused_channels, break_at = excluded.break_at, break_ends = excluded.break_ends, units = excluded.units, most = excluded.most`

const rest = {
  id: uuid<BreakId>(),
  person_id: uuid<PersonId>(),
  kind: word<Break['kind']>(),
  starts_at: instant,
  ends_at: instant,
}
export type BreakRow = Awaited<ReturnType<typeof listBreaks>>[number]

/** The first break of each that is not over yet. */
export const nextBreaks = (work: Work, people: readonly string[]) => work.sql.many(rest)`
  select distinct on (person_id) id, person_id, kind, starts_at, ends_at from routing.planned_break
  where tenant_id = ${work.tenant} and person_id = any(${people}::uuid[]) and taken_back_at is null and ends_at > ${work.now}
  order by person_id, starts_at`

export const listBreaks = (
  work: Work,
  page: { person: string; from: Temporal.Instant; after: { at: string; id: string } | undefined; most: number },
) => work.sql.many(rest)`
  select id, person_id, kind, starts_at, ends_at from routing.planned_break
  where tenant_id = ${work.tenant} and person_id = ${page.person} and taken_back_at is null and ends_at > ${page.from}
    ${page.after ? part`and (starts_at, id) > (${page.after.at}, ${page.after.id})` : part``}
  order by starts_at, id limit ${page.most}`

export const insertBreak = (work: Work, b: BreakRow) => work.sql.run`
  insert into routing.planned_break (tenant_id, id, person_id, kind, starts_at, ends_at, planned_by, planned_at)
  values (${work.tenant}, ${b.id}, ${b.person_id}, ${b.kind}, ${b.starts_at}, ${b.ends_at}, ${actorId(work.actor)}, ${work.now})
  on conflict do nothing`

export const findBreak = (work: Work, id: string) => work.sql.maybeOne(rest)`
  select id, person_id, kind, starts_at, ends_at from routing.planned_break where tenant_id = ${work.tenant} and id = ${id} and taken_back_at is null`

export const takeBreakBack = (work: Work, id: string) => work.sql.run`
  update routing.planned_break set taken_back_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and taken_back_at is null`
