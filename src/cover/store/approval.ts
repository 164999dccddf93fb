import { instant, integer, nullable, text } from '#base/sql'
import type { Work } from '#base/work'
import type { AbsenceId } from '#staff/contract'

export const insertApproval = (work: Work, a: { absence: AbsenceId; by: string; gaps: number; because: string | null }) => work
  .sql.run`
  insert into cover.approval (tenant_id, absence_id, approved_at, approved_by, gaps, because)
  values (${work.tenant}, ${a.absence}, ${work.now}, ${a.by}, ${a.gaps}, ${a.because}) on conflict do nothing`

export const findApproval = (work: Work, absence: AbsenceId) => work.sql.maybeOne({
  approved_at: instant,
  approved_by: text,
  gaps: integer,
  because: nullable(text),
})`
  select approved_at, approved_by, gaps, because from cover.approval where tenant_id = ${work.tenant} and absence_id = ${absence}`
