// Moves that were applied, their steps, and what was asked of people.
import { actorId, type PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { Ask, AskId, DayMove, DayMoveId, DayMoveKind, DoneStep, MenuId, Step } from '../contract.ts'

export type Counted = { kept: number; of: number }
const row = {
  id: uuid<DayMoveId>(), menu_id: uuid<MenuId>(), option: text, group_key: text, label: text, kind: word<DayMoveKind>(), applied_by: text, applied_at: instant,
  predicted: jsonb<DayMove['predicted']>(), counted: jsonb<Counted>(), measured: nullable(jsonb<NonNullable<DayMove['measured']>>()), undone_by: nullable(text), undone_at: nullable(instant),
} // prettier-ignore
export type MoveRow = Awaited<ReturnType<typeof movesSince>>[number]
const columns = part`id, menu_id, option, group_key, label, kind, applied_by, applied_at, predicted, counted, measured, undone_by, undone_at`

/** Moves of a house are applied and taken back one after the other. */
export const oneAtATime = (work: Work) => work.sql.run`
  select pg_advisory_xact_lock(hashtextextended(${`day move ${work.tenant}`}, 0))`

type New = Pick<MoveRow, 'id' | 'menu_id' | 'option' | 'group_key' | 'label' | 'kind' | 'predicted' | 'counted'>
/** 0 where that option of that menu is applied already. */
export const insertMove = (work: Work, m: New) => work.sql.run`
  insert into intraday.move (tenant_id, id, menu_id, option, group_key, label, kind, applied_by, applied_at, predicted, counted)
  values (${work.tenant}, ${m.id}, ${m.menu_id}, ${m.option}, ${m.group_key}, ${m.label}, ${m.kind}, ${actorId(work.actor)}, ${work.now}, ${json(m.predicted)}, ${json(m.counted)})
  on conflict do nothing`

export const findMove = (work: Work, id: DayMoveId) => work.sql.maybeOne(row)`
  select ${columns} from intraday.move where tenant_id = ${work.tenant} and id = ${id}`
export const holdMove = (work: Work, id: DayMoveId) => work.sql.maybeOne(row)`
  select ${columns} from intraday.move where tenant_id = ${work.tenant} and id = ${id} for update`

export const listMoves = (
  work: Work,
  page: { cursor: string | undefined; group: string | undefined; most: number },
) => work.sql.many(row)`
  select ${columns} from intraday.move where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``}
    ${page.group === undefined ? part`` : part`and group_key = ${page.group}`}
  order by id desc limit ${page.most}`

export const movesSince = (work: Work, since: Temporal.Instant) => work.sql.many(row)`
  select ${columns} from intraday.move where tenant_id = ${work.tenant} and applied_at >= ${since} order by id limit 1000`

export const recordMeasured = (work: Work, id: DayMoveId, measured: NonNullable<DayMove['measured']>) => work.sql.run`
  update intraday.move set measured = ${json(measured)}, measured_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id}`

export const recordUndone = (work: Work, id: DayMoveId) => work.sql.run`
  update intraday.move set undone_at = ${work.now}, undone_by = ${actorId(work.actor)} where tenant_id = ${work.tenant} and id = ${id} and undone_at is null`

const step = { move_id: uuid<DayMoveId>(), place: integer, step: jsonb<Step>(), state: word<DoneStep['as']>(), before: nullable(jsonb<unknown>()), why: nullable(jsonb<NonNullable<DoneStep['why']>>()) } // prettier-ignore
export type StepRow = Awaited<ReturnType<typeof stepsOf>>[number]
export const stepsOf = (work: Work, moves: readonly DayMoveId[]) => work.sql.many(step)`
  select move_id, place, step, state, before, why from intraday.step where tenant_id = ${work.tenant} and move_id = any(${moves}::uuid[]) order by move_id, place`

export const insertStep = (work: Work, s: StepRow) => work.sql.run`
  insert into intraday.step (tenant_id, move_id, place, step, state, before, why)
  values (${work.tenant}, ${s.move_id}, ${s.place}, ${json(s.step)}, ${s.state}, ${s.before === null ? null : json(s.before)}, ${s.why === null ? null : json(s.why)})`

export const recordStep = (work: Work, s: Pick<StepRow, 'move_id' | 'place' | 'state' | 'why'>) => work.sql.run`
  update intraday.step set state = ${s.state}, why = ${s.why === null ? null : json(s.why)} where tenant_id = ${work.tenant} and move_id = ${s.move_id} and place = ${s.place}`

export const keepBefore = (work: Work, s: { move_id: DayMoveId; place: number; before: unknown }) => work.sql.run`
  update intraday.step set before = ${json(s.before)} where tenant_id = ${work.tenant} and move_id = ${s.move_id} and place = ${s.place}`

const ask = {
  id: uuid<AskId>(), move_id: uuid<DayMoveId>(), place: integer, person_id: uuid<PersonId>(), what: word<Ask['what']>(), from_at: instant, to_at: instant, asked_at: instant,
  until_at: instant, answer: nullable(word<NonNullable<Ask['answer']>>()), withdrawn_at: nullable(instant),
} // prettier-ignore
export type AskRow = Awaited<ReturnType<typeof asksOf>>[number]
const askColumns = part`id, move_id, place, person_id, what, from_at, to_at, asked_at, until_at, answer, withdrawn_at`

export const insertAsk = (
  work: Work,
  a: Omit<AskRow, 'asked_at' | 'answer' | 'withdrawn_at' | 'from_at' | 'to_at'> & { from: string; to: string },
) => work.sql.run`
  insert into intraday.ask (tenant_id, id, move_id, place, person_id, what, from_at, to_at, asked_at, until_at)
  values (${work.tenant}, ${a.id}, ${a.move_id}, ${a.place}, ${a.person_id}, ${a.what}, ${a.from}, ${a.to}, ${work.now}, ${a.until_at})`

export const asksOf = (work: Work, person: PersonId) => work.sql.many(ask)`
  select ${askColumns} from intraday.ask where tenant_id = ${work.tenant} and person_id = ${person} and withdrawn_at is null
    and to_at > ${work.now} and asked_at > ${work.now.subtract({ hours: 24 })} order by id desc limit 20`
export const findAsk = (work: Work, id: AskId) => work.sql.maybeOne(ask)`
  select ${askColumns} from intraday.ask where tenant_id = ${work.tenant} and id = ${id}`
export const holdAsk = (work: Work, id: AskId) => work.sql.maybeOne(ask)`
  select ${askColumns} from intraday.ask where tenant_id = ${work.tenant} and id = ${id} for update`
export const askOfStep = (work: Work, move: DayMoveId, place: number) => work.sql.maybeOne(ask)`
  select ${askColumns} from intraday.ask where tenant_id = ${work.tenant} and move_id = ${move} and place = ${place} for update`
export const askedSince = (work: Work, since: Temporal.Instant) => work.sql.many({ person_id: uuid<PersonId>() })`
  select distinct person_id from intraday.ask where tenant_id = ${work.tenant} and asked_at >= ${since} and withdrawn_at is null`

export const recordAnswer = (work: Work, id: AskId, answer: 'yes' | 'no') => work.sql.run`
  update intraday.ask set answer = ${answer}, answered_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and answer is null`
export const withdrawAsk = (work: Work, id: AskId) => work.sql.run`
  update intraday.ask set withdrawn_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and answer is null and withdrawn_at is null`

/** Rests that were moved or cancelled by moves since an instant, by whose they are. */
export const restsMoved = (work: Work, since: Temporal.Instant) => work.sql.many({ person: text, count: integer })`
  select s.step -> 'person' ->> 'id' as person, count(*)::int as count from intraday.step s join intraday.move m on m.tenant_id = s.tenant_id and m.id = s.move_id
  where s.tenant_id = ${work.tenant} and m.applied_at >= ${since} and s.state = 'done' and s.step ->> 'does' in ('retime', 'cancel') and s.step ->> 'kind' in ('lunch', 'break')
  group by 1`
