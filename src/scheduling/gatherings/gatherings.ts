// Meetings, training and coaching that a plan must hold.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { notFound } from '#base/refusal'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import { gatheringChanged, gatheringUnfit, type Gathering, type GatheringId, type PlanId } from '../contract.ts'
import { commitChanges } from '../moves/commit-changes.ts'
import { needPlan, needPlanHeld } from '../plans/need-plan.ts'
import { spanOf } from '../rules/days.ts'
import { drawnOf, type Change } from '../rules/drawn.ts'
import * as store from '../store/gathering.ts'
import type { PlanRow } from '../store/plan.ts'
import { areTheirs } from '../whose.ts'
import { gatheringsPlaced, shiftsWithGathering } from '../store/shift.ts'

type Listed = { id: PlanId; cursor?: string | undefined; limit: number }
export async function listGatherings(
  work: Work,
  { id, cursor, limit }: Listed,
): Promise<{ items: Gathering[]; next: string | null }> {
  await needPlan(work, id, 'workforce.read')
  const after = cursor && /^[0-9a-f-]{36}$/.test(cursor) ? cursor : undefined
  const rows = await store.listGatherings(work, id, { after, most: limit + 1 })
  const page = rows.slice(0, limit)
  const isTheirs = await areTheirs(work)
  const items = (await showAll(work, id, page))
    .filter(({ people }) => people.length === 0 || people.some((each) => isTheirs(each.id)))
    .map((each) => ({
      ...each,
      people: each.people.filter((person) => isTheirs(person.id)),
      placed: each.placed.filter(({ person }) => isTheirs(person)),
    }))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

type Wish = {
  id: PlanId
  kind: Gathering['kind']
  name: string
  length_min: number
  people: PersonId[]
  together: boolean
  from?: string | undefined
  to?: string | undefined
}
export async function addGathering(work: Work, { id: plan_id, from, to, ...wish }: Wish): Promise<Gathering> {
  const plan = await needPlan(work, plan_id, 'workforce.manage')
  const window = windowIn(plan, { from, to, length_min: wish.length_min })
  await needActive(work, wish.people)
  const id = newId<'gathering'>(work.now)
  await store.insertGathering(work, { ...wish, ...window, id, plan: plan_id })
  return await told(work, id)
}

type Edit = {
  id: GatheringId
  version: number
  name?: string | undefined
  length_min?: number | undefined
  people?: PersonId[] | undefined
  from?: string | undefined
  to?: string | undefined
}
export async function editGathering(work: Work, { id, version, ...edit }: Edit): Promise<Gathering> {
  const { row, plan } = await needGathering(work, id)
  const length_min = edit.length_min ?? row.length_min
  const window = windowIn(plan, { from: edit.from ?? row.from.toString(), to: edit.to ?? row.to.toString(), length_min })
  const people = edit.people ?? row.people
  await needActive(work, people)
  if ((await store.updateGathering(work, { id, version, name: edit.name ?? row.name, length_min, people, ...window })) === 0)
    throw overtaken(await showOne(work, row), version)
  return await told(work, id)
}

/** It leaves the shifts it lies in, as one move. */
export async function cancelGathering(work: Work, { id }: { id: GatheringId }): Promise<object> {
  const { row } = await needGathering(work, id)
  const plan = await needPlanHeld(work, row.plan_id, 'workforce.manage')
  const changes = (await shiftsWithGathering(work, plan.id, id)).map((shift): Change => {
    const before = drawnOf(shift)
    return {
      shift: shift.id,
      before,
      after: { ...before, activities: before.activities.filter(({ gathering }) => gathering !== id) },
    }
  })
  if (changes.length > 0) await commitChanges(work, plan, { kind: 'gather', changes })
  await store.cancelGathering(work, id)
  work.publish(gatheringChanged, { plan: plan.id, gathering: id })
  return {}
}

export async function needGathering(work: Work, id: GatheringId): Promise<{ row: store.GatheringRow; plan: PlanRow }> {
  const row = await store.findGathering(work, id)
  if (!row) throw refuse(notFound, {})
  return { row, plan: await needPlan(work, row.plan_id, 'workforce.manage') }
}

// Within the plan, and long enough.
function windowIn(
  plan: PlanRow,
  { from, to, length_min }: { from?: string | undefined; to?: string | undefined; length_min: number },
): { from: string; to: string } {
  const span = spanOf(plan)
  const [begins, ends] = [from ? Temporal.Instant.from(from) : span.from, to ? Temporal.Instant.from(to) : span.to]
  const inside = Temporal.Instant.compare(begins, span.from) >= 0 && Temporal.Instant.compare(ends, span.to) <= 0
  if (!inside || ends.since(begins).total('minutes') < length_min) throw refuse(gatheringUnfit, {})
  return { from: String(begins), to: String(ends) }
}

async function needActive(work: Work, people: readonly PersonId[]): Promise<void> {
  const found = await staff.find(work, people)
  if (people.some((person) => !found.get(person)?.active)) throw refuse(notFound, {})
}

async function told(work: Work, id: GatheringId): Promise<Gathering> {
  const row = (await store.findGathering(work, id))!
  work.publish(gatheringChanged, { plan: row.plan_id, gathering: id })
  return await showOne(work, row)
}

export const showOne = async (work: Work, row: store.GatheringRow): Promise<Gathering> =>
  (await showAll(work, row.plan_id, [row]))[0]!

async function showAll(work: Work, plan: PlanId, rows: readonly store.GatheringRow[]): Promise<Gathering[]> {
  const people = await staff.find(work, rows.flatMap((row) => row.people)) // prettier-ignore
  const placed = Map.groupBy(await gatheringsPlaced(work, plan, rows.map(({ id }) => id)), ({ gathering }) => gathering) // prettier-ignore
  return rows.map(({ plan_id, from, to, people: ids, ...row }) => ({
    ...row,
    plan: plan_id,
    people: ids.map((id) => ({ id, name: people.get(id)?.name ?? '' })),
    window: { starts_at: from.toString(), ends_at: to.toString() },
    placed: (placed.get(row.id) ?? []).flatMap(({ person, starts_at, ends_at }) =>
      person ? [{ person, starts_at: starts_at.toString(), ends_at: ends_at.toString() }] : [],
    ),
  }))
}
