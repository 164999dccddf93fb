// Rehearsals, one row each: asked, begun, read, ended.
import type { PersonId } from '#base/contract'
import { decimal, instant, integer, json, jsonb, nullable, part, text, uuid, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { NewRun, RunId, RunState, SelfCheck } from '../contract.ts'

type Failed = { code: string; fr: string; en: string }
type Live = { at: string; how: 'published' | 'trial'; id: string }
const row = {
  id: uuid<RunId>(), name: text, source: word<'period' | 'scenario'>(), asked: jsonb<NewRun>(), asked_by: nullable(uuid<PersonId>()), asked_at: instant,
  began_at: nullable(instant), read_at: nullable(instant), ended_at: nullable(instant), ended_as: nullable(word<RunState>()), failed: nullable(jsonb<Failed>()),
  progress: decimal, tries: integer, contacts: nullable(integer), trust: nullable(word<SelfCheck['trust']>()), kept_at: nullable(instant), live: nullable(jsonb<Live>()),
} // prettier-ignore
// A scenario that was brought may be megabytes; only whoever runs it asks for it.
const columns = part`id, name, source, asked #- '{traffic,scenario}' #- '{traffic,packed}' as asked, asked_by, asked_at, began_at, read_at, ended_at, ended_as, failed, progress, tries, contacts, trust, kept_at, live`

export type RunRow = Awaited<ReturnType<typeof listRuns>>[number]

type Asked = { id: RunId; name: string; asked: NewRun; period: { from: string; to: string } | null; by: PersonId | null }
export const insertRun = (work: Work, run: Asked) => work.sql.run`
  insert into rehearsal.run (tenant_id, id, name, source, asked, period, asked_by, asked_at)
  values (${work.tenant}, ${run.id}, ${run.name}, ${run.asked.traffic.kind}, ${json(run.asked)},
    ${run.period ? part`tstzrange(${run.period.from}, ${run.period.to})` : part`null`}, ${run.by}, ${work.now})`

export const findRun = (work: Work, id: RunId) => work.sql.maybeOne(row)`
  select ${columns} from rehearsal.run where tenant_id = ${work.tenant} and id = ${id}`

export const findTraffic = async (work: Work, id: RunId): Promise<NewRun['traffic']> =>
  (
    await work.sql.one({ traffic: jsonb<NewRun['traffic']>() })`
    select asked -> 'traffic' as traffic from rehearsal.run where tenant_id = ${work.tenant} and id = ${id}`
  ).traffic

export const holdRun = (work: Work, id: RunId) => work.sql.maybeOne(row)`
  select ${columns} from rehearsal.run where tenant_id = ${work.tenant} and id = ${id} for update`

export const listRuns = (work: Work, page: { cursor: string | undefined; most: number }) => work.sql.many(row)`
  select ${columns} from rehearsal.run
  where tenant_id = ${work.tenant} ${page.cursor ? part`and id < ${page.cursor}` : part``}
  order by id desc limit ${page.most}`

export const countRuns = (work: Work) => work.sql.one({ waiting: integer, kept: integer })`
  select count(*) filter (where ended_at is null) as waiting, count(*) filter (where kept_at is not null) as kept
  from rehearsal.run where tenant_id = ${work.tenant}`

// What is written of a run that goes on is written only while it goes on: no row means that somebody stopped or forgot it.
const onward = (work: Work, id: RunId, what: Part): Promise<number> => work.sql.run`
  update rehearsal.run set ${what} where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const recordBegun = (work: Work, id: RunId) =>
  onward(work, id, part`began_at = coalesce(began_at, ${work.now}), tries = tries + 1`)
export const recordProgress = (work: Work, id: RunId, progress: number) => onward(work, id, part`progress = ${progress}`)
export const recordRead = (work: Work, id: RunId, contacts: number) =>
  onward(work, id, part`read_at = ${work.now}, contacts = ${contacts}`)
export const recordDone = (work: Work, id: RunId, trust: SelfCheck['trust'] | null) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'done', progress = 1, trust = ${trust}`)
export const recordFailed = (work: Work, id: RunId, failed: Failed) =>
  onward(work, id, part`ended_at = ${work.now}, ended_as = 'failed', failed = ${json(failed)}`)
export const recordCancelled = (work: Work, id: RunId) => onward(work, id, part`ended_at = ${work.now}, ended_as = 'cancelled'`)

export const recordKept = (work: Work, id: RunId, by: PersonId | null) => work.sql.run`
  update rehearsal.run set kept_at = ${by ? work.now : null}, kept_by = ${by} where tenant_id = ${work.tenant} and id = ${id}`

export const recordLive = (work: Work, id: RunId, live: Live) => work.sql.run`
  update rehearsal.run set live = ${json(live)} where tenant_id = ${work.tenant} and id = ${id}`

export const deleteRun = (work: Work, id: RunId) => work.sql.run`
  delete from rehearsal.run where tenant_id = ${work.tenant} and id = ${id}`

export const deleteOldRuns = (work: Work, before: Temporal.Instant, most: number) => work.sql.run`
  delete from rehearsal.run where (tenant_id, id) in (
    select tenant_id, id from rehearsal.run
    where tenant_id = ${work.tenant} and kept_at is null and ended_at < ${before} order by ended_at limit ${most})`

// A day after it was asked for, nobody is at it any more: its job was lost or parked.
export const endLostRuns = (work: Work, before: Temporal.Instant, failed: Failed) => work.sql.run`
  update rehearsal.run set ended_at = ${work.now}, ended_as = 'failed', failed = ${json(failed)}
  where tenant_id = ${work.tenant} and ended_at is null and asked_at < ${before}`
