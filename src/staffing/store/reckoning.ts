// Reckonings, one row each: asked, begun, ended.
import { decimal, instant, integer, json, jsonb, nullable, part, uuid, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { Reckoning, ReckoningId } from '../contract.ts'

const row = {
  id: uuid<ReckoningId>(), asked_at: instant, began_at: nullable(instant), ended_at: nullable(instant), tries: integer, progress: decimal,
  failed: nullable(jsonb<NonNullable<Reckoning['failed']>>()),
} // prettier-ignore
const columns = part`id, asked_at, began_at, ended_at, tries, progress, failed`
export type ReckoningRow = NonNullable<Awaited<ReturnType<typeof findReckoning>>>

export const findReckoning = (work: Work, id: ReckoningId) => work.sql.maybeOne(row)`
  select ${columns} from staffing.reckoning where tenant_id = ${work.tenant} and id = ${id}`

export const lastReckoning = (work: Work) => work.sql.maybeOne(row)`
  select ${columns} from staffing.reckoning where tenant_id = ${work.tenant} order by id desc limit 1`

/** Nothing is written where one waits already: it will see what this one would have seen. */
export const insertReckoning = (work: Work, id: ReckoningId) => work.sql.run`
  insert into staffing.reckoning (tenant_id, id, asked_at) values (${work.tenant}, ${id}, ${work.now})
  on conflict (tenant_id) where began_at is null and ended_at is null do nothing`

const onward = (work: Work, id: ReckoningId, what: Part): Promise<number> => work.sql.run`
  update staffing.reckoning set ${what} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const recordBegun = (work: Work, id: ReckoningId) =>
  onward(work, id, part`began_at = coalesce(began_at, ${work.now}), tries = tries + 1`)
export const recordProgress = (work: Work, id: ReckoningId, progress: number) => onward(work, id, part`progress = ${progress}`)
/** It goes on elsewhere: what is written stays. `tries`: given back, where the server stopped in good order. */
export const recordStopped = (work: Work, id: ReckoningId, tries: number) =>
  onward(work, id, part`progress = 0, tries = greatest(tries - ${tries}, 0)`)
/** A group more is written: who is killed after that has not tried in vain. */
export const recordNotInVain = (work: Work, id: ReckoningId) => onward(work, id, part`tries = 1`)
export const recordEnded = (work: Work, id: ReckoningId) => onward(work, id, part`ended_at = ${work.now}, progress = 1`)
export const recordFailed = (work: Work, id: ReckoningId, failed: NonNullable<Reckoning['failed']>) =>
  onward(work, id, part`ended_at = ${work.now}, failed = ${json(failed)}`)

export const deleteOldReckonings = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from staffing.reckoning where (tenant_id, id) in (
    select tenant_id, id from staffing.reckoning where tenant_id = ${work.tenant} and ended_at < ${before} order by ended_at limit ${most})`
