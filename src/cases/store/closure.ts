// Each time a case was closed, and over what. The case's own closed_at says whether it is closed now.
import { instant, integer, json, jsonb, nullable, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, Closure } from '../contract.ts'

type Over = Closure['over']
export const recordClosure = (
  work: Work,
  c: { id: string; case_id: CaseId; by: string; because: string | null; over: Over },
) => work.sql.one({
  version: integer,
})`
  with written as (
    insert into cases.closure (tenant_id, id, case_id, at, by, because, over)
    values (${work.tenant}, ${c.id}, ${c.case_id}, ${work.now}, ${c.by}, ${c.because}, ${c.over.length > 0 ? json(c.over) : null}))
  update cases."case" set closed_at = ${work.now}, closed_by = ${c.by}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${c.case_id} returning version`

export const eraseClosure = (work: Work, id: CaseId, by: string) => work.sql.one({ version: integer })`
  with ended as (
    update cases.closure set ended_at = greatest(${work.now}::timestamptz, at), ended_by = ${by}
    where tenant_id = ${work.tenant} and case_id = ${id} and ended_at is null)
  update cases."case" set closed_at = null, closed_by = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} returning version`

export const closuresOf = (work: Work, id: CaseId) => work.sql.many({
  id: uuid(),
  at: instant,
  by: text,
  because: nullable(text),
  over: nullable(jsonb<Over>()),
  ended_at: nullable(instant),
})`
  select id, at, by, because, over, ended_at from cases.closure where tenant_id = ${work.tenant} and case_id = ${id} order by at, id limit 200`

/** What is missing, when a closing was refused for it; null for any other failure. */
export function missingIn(error: unknown): { id: string; fr: string; en: string }[] | null {
  if (!(error instanceof Error) || !('constraint' in error) || error.constraint !== 'case_is_complete') return null
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : '[]'
  return JSON.parse(detail) as { id: string; fr: string; en: string }[] // written by the trigger that refused
}
