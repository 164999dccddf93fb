import { json, jsonb, nullable } from '#base/sql'
import type { Work } from '#base/work'
import type { Findings, Report, SelfCheck } from '../contract.ts'

// One of the most hurt as it is kept: the case by its id, shown to whoever may read it.
export type HurtKept = {
  place: number
  case_id: string | null
  channel: string
  queue: string | null
  arrived_at: string
  really: { wait_s: number; lost: number } | null
  today: { wait_s: number; lost: number }
  tomorrow: { wait_s: number; lost: number }
  worse_by_s: number
}
export type Outcome = { check: SelfCheck | null; findings: Findings | null; report: Report; hurt: HurtKept[] }

export const putResult = (work: Work, run: string, { check, findings, report, hurt }: Outcome) => work.sql.run`
  insert into rehearsal.result (tenant_id, run_id, self_check, findings, report, hurt)
  values (${work.tenant}, ${run}, ${check && json(check)}, ${findings && json(findings)}, ${json(report)}, ${json(hurt)})`

export const findResult = (work: Work, run: string) => work.sql.maybeOne({
  self_check: nullable(jsonb<SelfCheck>()), findings: nullable(jsonb<Findings>()), report: jsonb<Report>(), hurt: jsonb<HurtKept[]>(),
})`
  select self_check, findings, report, hurt from rehearsal.result where tenant_id = ${work.tenant} and run_id = ${run}` // prettier-ignore
