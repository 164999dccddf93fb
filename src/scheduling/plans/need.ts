// What a plan should cover: the groups its people serve, with the need of each interval; and who of other published plans is there for them already.
import * as staffing from '#staffing'
import { once } from '#base/once'
import { system, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { Span } from '../rules/days.ts'
import { gridOf, present, type Grid, type Working } from '../rules/presence.ts'
import { inForceBetween } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import { trafficOf, type Traffic } from '../rules/traffic.ts'
import { awayBetween, type Away } from './away.ts'
import { peopleOfPlan } from './people.ts'

export type GroupToCover = {
  group: string
  label: string
  members: ReadonlySet<PersonId>
  need: readonly number[] // people at work: without breaks and meetings, which a plan places itself; empty: nothing is known
  others: readonly number[] // of them, who is there by other published plans
  traffic: Traffic | null // who waits for them
}
export type ToCover = { grid: Grid; from: string; groups: readonly GroupToCover[]; away: Away }

const MOST_SHIFTS = 20_000

// The need is asked for whoever moves a shift, also a colleague who takes one by a rule: it is the house that looks, nobody is shown more than the effect.
const asHouse = (work: Work): Work => ({ ...work, actor: system('scheduling') })

/** Of the groups at least one of the plan's people is of. Without a forecast there is one group, everybody, of which nothing is needed. */
export const toCover = (work: Work, plan: PlanRow, span: Span): Promise<ToCover> =>
  once(work, `scheduling.to_cover ${plan.id} ${plan.version} ${String(span.from)} ${String(span.to)}`, () =>
    read(work, plan, span),
  )

async function read(work: Work, plan: PlanRow, span: Span): Promise<ToCover> {
  const people = new Set((await peopleOfPlan(work, plan)).map(({ id }) => id))
  const away = await awayBetween(work, span)
  const required = await staffing.requirementsFor(asHouse(work), { from: String(span.from), to: String(span.to) })
  const groups = await membersOf(work, required.groups)
  const served = groups.filter(({ members }) => [...members].some((id) => people.has(id)))
  if (served.length === 0)
    return {
      grid: gridOf(span, plan.interval_min),
      from: String(span.from),
      away,
      groups: [{ group: '', label: '', members: people, need: [], others: [], traffic: null }],
    }
  const grid = gridOf(span, required.interval_min)
  const others = (await inForceBetween(work, { ...span, but: plan.id, most: MOST_SHIFTS })).map(working)
  return {
    grid,
    from: String(span.from),
    away,
    groups: served.map((each) => ({ ...each, others: present(others.filter(isOf(each.members)), away, grid) })),
  }
}

type Required = Awaited<ReturnType<typeof staffing.requirementsFor>>['groups']
async function membersOf(work: Work, required: Required): Promise<Omit<GroupToCover, 'others'>[]> {
  if (required.length === 0) return []
  const formed = await staffing.groupsOf(asHouse(work), required.flatMap(({ streams }) => streams.map(({ queue, channel }) => ({ queue, channel })))) // prettier-ignore
  const members = new Map(formed.map((each) => [each.group, each.members]))
  return required.map(({ group, label, to_plan, loads, shrinkage_unplanned }) => ({
    group,
    label,
    need: to_plan,
    traffic: trafficOf(loads, 1 - shrinkage_unplanned),
    members: new Set((members.get(group) ?? []).map(({ id }) => id as PersonId)), // ids of staff
  }))
}

const working = ({ person_id, starts_at, ends_at, activities }: Awaited<ReturnType<typeof inForceBetween>>[number]): Working => ({
  person: person_id, starts_at: starts_at.toString(), ends_at: ends_at.toString(), activities,
}) // prettier-ignore

export const isOf =
  (members: ReadonlySet<PersonId>) =>
  ({ person }: Working): boolean =>
    person !== null && members.has(person as PersonId) // a shift’s person is one of staff

/** Who is there by these shifts of the plan and by other plans, group by group. */
export const presentIn = ({ grid, groups, away }: ToCover, shifts: readonly Working[]): number[][] =>
  groups.map(({ members, others }) =>
    present(shifts.filter(isOf(members)), away, grid).map(
      (there, nth) => Math.round((there + (others[nth] ?? 0)) * 1_000) / 1_000,
    ),
  )
