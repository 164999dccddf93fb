// For rooms above: what runs out next in each of these cases, and why in a sentence. Cases without a running clock are left out.
import * as brands from '#brands'
import * as cases from '#cases'
import { once } from '#base/once'
import type { Work } from '#base/work'
import type { EntryPointId } from '#brands/contract'
import type { CaseId } from '#cases/contract'
import type { ClockId, ClockKind } from './contract.ts'
import { moment, nameOf } from './rules/say.ts'
import { nextDue } from './store/clock.ts'
import { policiesNamed } from './store/policy.ts'

export type Due = {
  case_id: CaseId
  clock_id: ClockId
  kind: ClockKind
  due_at: Temporal.Instant
  late: boolean
  fr: string
  en: string
}

export async function dueOf(work: Work, ids: readonly CaseId[]): Promise<Map<CaseId, Due>> {
  if (ids.length === 0) return new Map()
  const [rows, facts] = await Promise.all([nextDue(work, ids), cases.facts(work, ids)])
  const names = new Map(
    (await policiesNamed(work, [...new Set(rows.map(({ policy_id }) => policy_id))])).map(({ id, name }) => [id, name]),
  )
  const all = await Promise.all(
    rows.map(async ({ case_id, id, kind, policy_id, due_at, breached_at }): Promise<Due> => {
      const zone = await zoneOf(work, facts.get(case_id)?.entry_point_id)
      const late = breached_at !== null || Temporal.Instant.compare(due_at, work.now) <= 0
      const [when, what, policy] = [moment(due_at, zone), nameOf(kind), names.get(policy_id) ?? '']
      return {
        case_id,
        clock_id: id,
        kind,
        due_at,
        late,
        fr: `${what.fr} avant ${when.fr} (${policy})`,
        en: `${what.en} by ${when.en} (${policy})`,
      }
    }),
  )
  return new Map(all.map((due) => [due.case_id, due]))
}

async function zoneOf(work: Work, entry_point: string | undefined): Promise<string> {
  if (!entry_point) return 'Europe/Paris'
  const door = await once(work, `entry point ${entry_point}`, () => brands.entryPoint(work, entry_point as EntryPointId)) // a case's foreign key says so
  return door?.zone ?? 'Europe/Paris'
}
