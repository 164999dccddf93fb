// What a rehearsal came to, with names for whoever reads it: teams, and the cases they may read.
import { allow, can } from '#access'
import * as cases from '#cases'
import * as staff from '#staff'
import { isUuid } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { notReady, type HurtContact, type Report, type RunId, type RunResult } from '../contract.ts'
import { findResult, type HurtKept } from '../store/result.ts'
import { showRun } from './show.ts'

export async function result(work: Work, { id }: { id: RunId }): Promise<RunResult> {
  allow(work, 'rehearsal.run', { team: null, brand: null })
  const run = await showRun(work, { id })
  const found = run.state === 'done' ? await findResult(work, id) : undefined
  if (!found) throw refuse(notReady, {})
  const report = await withTeams(work, found.report)
  return { run, check: found.self_check, findings: found.findings, report, hurt: await withCases(work, found.hurt) }
}

async function withCases(work: Work, hurt: readonly HurtKept[]): Promise<HurtContact[]> {
  const facts = await cases.facts(work, hurt.flatMap(({ case_id }) => (case_id ? [case_id as CaseId] : []))) // prettier-ignore
  return hurt.map(({ case_id, ...rest }) => {
    const known = case_id ? facts.get(case_id as CaseId) : undefined // ids of cases, as the journal has them
    const mayRead = known && can(work.actor, 'case.read', { brand: known.brand_id })
    return { ...rest, case: mayRead ? { id: known.id, number: known.number, subject: known.subject } : null }
  })
}

// Within the thread a team is its id.
async function withTeams(work: Work, report: Report): Promise<Report> {
  const ids = report.today.teams.map(({ name }) => name).filter(isUuid) as TeamId[] // prettier-ignore
  const more = (report.tomorrow?.teams ?? []).map(({ name }) => name).filter(isUuid) as TeamId[] // they were written as ids of teams
  const names = await staff.teamsNamed(work, [...ids, ...more])
  const named = <Part extends Report['today']>(part: Part): Part => ({
    ...part,
    teams: part.teams.map((team) => ({ ...team, name: names.get(team.name as TeamId)?.name ?? team.name })),
  })
  return { ...report, today: named(report.today), tomorrow: report.tomorrow && named(report.tomorrow), difference: report.difference && named(report.difference) } // prettier-ignore
}
