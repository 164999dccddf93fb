import { integer, json, jsonb, nullable, text, uuid } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { CaseId, ReasonId } from '#cases/contract'
import type { ProcedureId, Step } from '../contract.ts'

const row = {
  id: uuid<ProcedureId>(), name: text, about: text, reason_id: nullable(uuid<ReasonId>()), steps: jsonb<Step[]>(), checklist: jsonb<string[]>(), version: integer,
} // prettier-ignore
export type ProcedureRow = Awaited<ReturnType<typeof listAll>>[number]

export const listAll = (work: Work) => work.sql.many(row)`
  select id, name, about, reason_id, steps, checklist, version from tasks.procedure
  where tenant_id = ${work.tenant} and retired_at is null order by lower(name), id limit 500`

export const findProcedure = (work: Work, id: ProcedureId) => work.sql.maybeOne(row)`
  select id, name, about, reason_id, steps, checklist, version from tasks.procedure
  where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`

export const findProcedures = (work: Work, ids: readonly ProcedureId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : work.sql.many({ id: uuid<ProcedureId>(), name: text })`
  select id, name from tasks.procedure where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const ofReason = (work: Work, reason: ReasonId) => work.sql.many(row)`
  select id, name, about, reason_id, steps, checklist, version from tasks.procedure
  where tenant_id = ${work.tenant} and reason_id = ${reason} and retired_at is null order by made_at, id limit 20`

export const findByKey = (work: Work, key: string) => work.sql.maybeOne(row)`
  select id, name, about, reason_id, steps, checklist, version from tasks.procedure
  where tenant_id = ${work.tenant} and key = ${key} and retired_at is null`

export type NewRow = Omit<ProcedureRow, 'version'>
export const insertProcedure = (work: Work, p: NewRow & { key: string | null }) => work.sql.run`
  insert into tasks.procedure (tenant_id, id, name, about, reason_id, steps, checklist, key, made_at, made_by)
  values (${work.tenant}, ${p.id}, ${p.name}, ${p.about}, ${p.reason_id}, ${json(p.steps)}, ${json(p.checklist)}, ${p.key}, ${work.now}, ${actorId(work.actor)})`

export const updateProcedure = (work: Work, p: ProcedureRow) => work.sql.run`
  update tasks.procedure set name = ${p.name}, about = ${p.about}, reason_id = ${p.reason_id}, steps = ${json(p.steps)}, checklist = ${json(p.checklist)},
    version = version + 1
  where tenant_id = ${work.tenant} and id = ${p.id} and version = ${p.version} and retired_at is null`

export const retireProcedure = (work: Work, id: ProcedureId) => work.sql.run`
  update tasks.procedure set retired_at = ${work.now}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id} and retired_at is null`

// Zero when it was started in this case before.
export const insertRun = (work: Work, of: { case_id: CaseId; procedure: ProcedureId }) => work.sql.run`
  insert into tasks.run (tenant_id, case_id, procedure_id, started_at, started_by)
  values (${work.tenant}, ${of.case_id}, ${of.procedure}, ${work.now}, ${actorId(work.actor)}) on conflict do nothing`
