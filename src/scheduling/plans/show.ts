// Plans as they are shown.
import * as staff from '#staff'
import { allow, can } from '#access'
import { readCursor, writeCursor } from '#base/cursor'
import type { Work } from '#base/work'
import type { Plan, PlanId } from '../contract.ts'
import { lastDay } from '../rules/days.ts'
import { mayUndo } from '../store/move.ts'
import { listPlans as listRows, type PlanRow } from '../store/plan.ts'
import { lastRuns } from '../store/run.ts'
import { countShifts } from '../store/shift.ts'
import { areTheirs, everywhere } from '../whose.ts'
import { mayForPlan, needPlan, seesPlan } from './need-plan.ts'

export async function showPlan(work: Work, { id }: { id: PlanId }): Promise<Plan> {
  return (await showPlans(work, [await needPlan(work, id, 'workforce.read')]))[0]!
}

type Asked = { cursor?: string | undefined; limit: number; day?: string | undefined }
export async function listPlans(work: Work, { cursor, limit, day }: Asked): Promise<{ items: Plan[]; next: string | null }> {
  allow(work, 'workforce.read')
  const rows: PlanRow[] = []
  for (let [after, looked] = [readCursor(cursor), 0]; looked < MOST_LOOKS && rows.length <= limit; looked++) {
    const page = await listRows(work, { day, after, most: limit + 1 })
    for (const row of page) if (await seesPlan(work, row)) rows.push(row)
    const end = page.at(-1)
    if (page.length <= limit || !end) break
    after = readCursor(writeCursor(end.begun_at, end.id))
  }
  const last = rows[limit - 1]
  return {
    items: await showPlans(work, rows.slice(0, limit)),
    next: rows.length > limit && last ? writeCursor(last.begun_at, last.id) : null,
  }
}
const MOST_LOOKS = 50 // at pages of plans, for those of one’s own teams

export async function showPlans(work: Work, rows: readonly PlanRow[]): Promise<Plan[]> {
  const ids = rows.map(({ id }) => id)
  const teams = await staff.teamsNamed(work, rows.flatMap((row) => row.teams)) // prettier-ignore
  const counts = new Map((await countShifts(work, ids)).map((each) => [each.plan_id, each]))
  const runs = new Map((await lastRuns(work, ids)).map((run) => [run.plan_id, run]))
  const isTheirs = await areTheirs(work)
  const shown: Plan[] = []
  for (const row of rows) {
    const run = runs.get(row.id)
    shown.push({
      id: row.id, name: row.name, first_day: row.first_day.toString(), last_day: lastDay(row).toString(), zone: row.zone,
      interval_min: row.interval_min === 30 ? 30 : 15,
      teams: row.teams.map((id) => ({ id, name: teams.get(id)?.name ?? '' })),
      people: row.people.filter(isTheirs),
      state: stateOf(row),
      shifts: counts.get(row.id)?.shifts ?? 0,
      unassigned: counts.get(row.id)?.unassigned ?? 0,
      published: row.published_at && { number: row.publications, at: row.published_at.toString(), by: await nameOf(work, row.published_by ?? '') },
      run: run ? { id: run.id, state: run.state, progress: run.progress } : null,
      may: await may(work, row, run?.ended === false),
      version: row.version,
    }) // prettier-ignore
  }
  return shown
}

export const stateOf = ({ published_changes, changes }: PlanRow): Plan['state'] =>
  published_changes === null ? 'draft' : published_changes === changes ? 'published' : 'changed'

async function nameOf(work: Work, actor: string): Promise<string> {
  const person = actor as Parameters<typeof staff.find>[1][number] // an actor: a person’s id, or a program’s name, of which nobody is found
  if (!/^[0-9a-f-]{36}$/.test(actor)) return actor
  return (await staff.find(work, [person])).get(person)?.name ?? ''
}

async function may(work: Work, row: PlanRow, running: boolean): Promise<Plan['may']> {
  const rehearse = can(work.actor, 'rehearsal.run', everywhere) ? (['rehearse'] as const) : []
  if (!mayForPlan(work, row, 'workforce.manage')) return [...rehearse]
  const back = await mayUndo(work, row.id)
  return [
    'edit',
    ...(running ? [] : (['optimise'] as const)),
    'publish',
    ...(row.published_at ? (['unpublish'] as const) : (['remove'] as const)),
    ...(back.undo ? (['undo'] as const) : []),
    ...(back.redo ? (['redo'] as const) : []),
    ...rehearse,
  ]
}
