// Runs of the optimiser as they are shown.
import * as staff from '#staff'
import { allow } from '#access'
import { silentJobs } from '#base/jobs'
import { notFound } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import type { PlanId, PlanRun, PlanRunId } from '../contract.ts'
import { mayForPlan, needPlan } from '../plans/need-plan.ts'
import { findPlan, plansById } from '../store/plan.ts'
import * as store from '../store/run.ts'

export async function needRun(work: Work, id: PlanRunId): Promise<store.RunRow> {
  const row = await store.findRun(work, id)
  if (!row || !(await findPlan(work, row.plan_id))) throw refuse(notFound, {})
  return row
}

export async function showRun(work: Work, { id }: { id: PlanRunId }): Promise<PlanRun> {
  allow(work, 'workforce.read')
  const run = await needRun(work, id)
  await needPlan(work, run.plan_id, 'workforce.read')
  return (await showAll(work, [run]))[0]!
}

type Listed = { id: PlanId; cursor?: string | undefined; limit: number }
export async function listRuns(work: Work, { id, cursor, limit }: Listed): Promise<{ items: PlanRun[]; next: string | null }> {
  await needPlan(work, id, 'workforce.read')
  const rows = await store.listRuns(work, id, { before: cursor, most: limit + 1 })
  const items = await showAll(work, rows.slice(0, limit))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

async function showAll(work: Work, rows: readonly store.RunRow[]): Promise<PlanRun[]> {
  const people = await staff.find(work, rows.flatMap(({ asked_by }) => asked_by ?? [])) // prettier-ignore
  const plans = new Map((await plansById(work, rows.map(({ plan_id }) => plan_id))).map((plan) => [plan.id, plan])) // prettier-ignore
  const resumesAt = await resumingOf(work, rows)
  return rows.map((kept) => {
    const plan = plans.get(kept.plan_id)
    const row = plan && mayForPlan(work, plan, 'workforce.read') ? kept : withoutNames(kept)
    const mine = row.ended_at === null && plan !== undefined && mayForPlan(work, plan, 'workforce.manage')
    return {
      id: row.id, plan: row.plan_id, state: stateOf(row), asked: row.asked,
      asked_by: row.asked_by && { id: row.asked_by, name: people.get(row.asked_by)?.name ?? '' },
      asked_at: row.asked_at.toString(), began_at: row.began_at?.toString() ?? null, ended_at: row.ended_at?.toString() ?? null,
      progress: row.progress, best: row.best, answer: row.answer, failed: row.failed,
      may: mine ? ['cancel', ...(row.best ? (['take_best'] as const) : [])] : [],
      torn: Math.max(0, row.tries - 1), resumes_at: resumesAt(row.id),
    } // prettier-ignore
  })
}

// A run's job has its id. Where the lease is over and nobody has come yet, it is any moment now.
async function resumingOf(work: Work, rows: readonly store.RunRow[]): Promise<(id: string) => string | null> {
  const going = rows.filter(({ began_at, ended_at }) => began_at && !ended_at).map(({ id }) => id)
  const silent = going.length > 0 ? await silentJobs(work, going) : []
  const at = new Map(silent.map(({ id, claimed_until: until }) => [id, Temporal.Instant.compare(until, work.now) > 0 ? until : work.now]))
  return (id) => at.get(id)?.toString() ?? null
} // prettier-ignore

// For whoever leads only some of its people: its sentences name others too.
const withoutNames = (row: store.RunRow): store.RunRow => ({
  ...row,
  asked: { ...row.asked, people: [] },
  answer: row.answer && { ...row.answer, why: [], sessions: [] },
})

export const stateOf = ({ ended_as, began_at, gathered_at }: store.RunRow): PlanRun['state'] =>
  ended_as ?? (gathered_at ? 'solving' : began_at ? 'gathering' : 'asked')
