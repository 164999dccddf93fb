import type { PersonId } from '#base/contract'
import { instant, integer, nullable, part, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { DutyTurnId, EntryPointId } from '../contract.ts'
import type { Turn, When } from '../rules/duty.ts'

export type { When }

const row = {
  id: uuid<DutyTurnId>(), person: uuid<PersonId>(), weekday: nullable(integer), starts_minute: nullable(integer), ends_minute: nullable(integer),
  starts_at: nullable(instant), ends_at: nullable(instant),
} // prettier-ignore
const columns = part`id, person_id as person, weekday, starts_minute, ends_minute, starts_at, ends_at`

const asTurn = (found: { [Name in keyof typeof row]: ReturnType<(typeof row)[Name]['read']> }): Turn & { id: DutyTurnId } => {
  const { id, person, weekday, starts_minute, ends_minute, starts_at, ends_at } = found
  if (starts_at && ends_at) return { id, person, when: { starts_at, ends_at } }
  return { id, person, when: { weekday: weekday!, starts_minute: starts_minute!, ends_minute: ends_minute! } } // the constraint weekly_or_once
}

const MOST_TURNS = 1_000
// Weekly turns, and those given once that an instant falls into.
export const turnsAround = async (work: Work, entryPoint: EntryPointId, at: Temporal.Instant): Promise<Turn[]> =>
  (
    await work.sql.many(row)`
      select ${columns} from brands.duty_turn
      where tenant_id = ${work.tenant} and entry_point_id = ${entryPoint} and (weekday is not null or (starts_at <= ${at} and ends_at > ${at}))
      order by id desc limit ${MOST_TURNS}`
  ).map(asTurn)

export const listTurns = async (work: Work, page: { entryPoint: EntryPointId; cursor?: string | undefined; most: number }) =>
  (
    await work.sql.many(row)`
      select ${columns} from brands.duty_turn
      where tenant_id = ${work.tenant} and entry_point_id = ${page.entryPoint} ${page.cursor ? part`and id > ${page.cursor}` : part``}
      order by id limit ${page.most}`
  ).map(asTurn)

type NewTurn = { id: DutyTurnId; entryPoint: EntryPointId; person: PersonId }
export const insertWeekly = (work: Work, t: NewTurn & { weekday: number; starts_minute: number; ends_minute: number }) => work.sql
  .run`
  insert into brands.duty_turn (tenant_id, id, entry_point_id, person_id, weekday, starts_minute, ends_minute, made_at)
  values (${work.tenant}, ${t.id}, ${t.entryPoint}, ${t.person}, ${t.weekday}, ${t.starts_minute}, ${t.ends_minute}, ${work.now})`

export const insertOnce = (work: Work, t: NewTurn & { starts_at: string; ends_at: string }) => work.sql.run`
  insert into brands.duty_turn (tenant_id, id, entry_point_id, person_id, starts_at, ends_at, made_at)
  values (${work.tenant}, ${t.id}, ${t.entryPoint}, ${t.person}, ${t.starts_at}, ${t.ends_at}, ${work.now})`

export const deleteTurn = (work: Work, entryPoint: EntryPointId, id: DutyTurnId) => work.sql.run`
  delete from brands.duty_turn where tenant_id = ${work.tenant} and entry_point_id = ${entryPoint} and id = ${id}`

export const handTurns = (work: Work, change: { person: PersonId; successor: PersonId }) => work.sql.many({
  entry_point: uuid<EntryPointId>(),
})`
  update brands.duty_turn set person_id = ${change.successor}
  where tenant_id = ${work.tenant} and person_id = ${change.person} and (weekday is not null or ends_at > ${work.now})
  returning entry_point_id as entry_point`
