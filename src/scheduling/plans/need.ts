// What a plan should cover: the groups its people serve, with the need of each interval; and who of other published plans is there for them already.
import * as staffing from '#staffing'
import { once } from '#base/once'
import { system, type Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { Span } from '../rules/days.ts'
import { kindsOf, type Counting } from '../rules/counted.ts'
import { gridOf, type Working } from '../rules/presence.ts'
import { inForceBetween } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import type { Traffic } from '../contract/schedule-ask.ts'
import { trafficOf } from '../rules/traffic.ts'
import { awayBetween, type Away } from './away.ts'
import { peopleOfPlan } from './people.ts'

export type GroupToCover = {
  group: string
  label: string
  members: ReadonlySet<PersonId>
  need: readonly number[] // people at work: without breaks and meetings, which a plan places itself; empty: nothing is known
  traffic: Traffic | null // who waits for them
}
/** `needs`: of the groups, and after them of those that nobody of the plan serves, but people who count here do. */
export type ToCover = Counting & {
  from: string
  groups: readonly GroupToCover[]
  away: Away
}

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
  const all = await membersOf(work, required.groups)
  const served = all.filter(({ members }) => [...members].some((id) => people.has(id)))
  const known = { from: String(span.from), away }
  if (served.length === 0) {
    const everybody = { group: '', label: '', members: people, need: [], traffic: null }
    const counted = { kinds: [[0]], needs: [[]], kindOf: new Map([...people].map((id) => [id, 0])) }
    return { ...known, ...counted, grid: gridOf(span, plan.interval_min), groups: [everybody], elsewhere: [] }
  }
  const grid = gridOf(span, required.interval_min)
  const elsewhere = (await inForceBetween(work, { ...span, but: plan.id, most: MOST_SHIFTS })).map(working)
  const counted = countedWith(served, { beside: all.filter((group) => !served.includes(group)), elsewhere })
  return { ...known, ...counted, grid, groups: served, elsewhere }
}

type Required = Awaited<ReturnType<typeof staffing.requirementsFor>>['groups']
async function membersOf(work: Work, required: Required): Promise<GroupToCover[]> {
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

// Groups beside the plan’s count as far as people of other plans who serve some of its groups may be needed there instead.
function countedWith(
  served: readonly GroupToCover[],
  { beside, elsewhere }: { beside: readonly GroupToCover[]; elsewhere: readonly Working[] },
): Pick<ToCover, 'kinds' | 'needs' | 'kindOf'> {
  const planned = [...new Set(elsewhere.flatMap(({ person }) => (person === null ? [] : [person as PersonId])))] // a shift’s person is one of staff
  const groups = [...served]
  const shares = ({ members }: GroupToCover): boolean =>
    planned.some((id) => members.has(id) && groups.some((group) => group.members.has(id)))
  for (let left = beside, more = left.filter(shares); more.length > 0; more = left.filter(shares)) {
    groups.push(...more)
    left = left.filter((group) => !groups.includes(group))
  }
  return { ...kindsOf(groups.map(({ members }) => members)), needs: groups.map(({ need }) => need) } // prettier-ignore
}
