// Everything in a plan that law, contracts or absences say something against.
import { givingWay } from '#base/give-way'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PlanId, ShiftId, TroubleCode, TroubleSaid } from '../contract.ts'
import { weeksOf } from '../moves/check-changes.ts'
import { lastDay } from '../rules/days.ts'
import { sayTroubles, troublesOf, type Weeks } from '../rules/legality.ts'
import { sayOvertime } from '../rules/overtime.ts'
import type { PlanRow } from '../store/plan.ts'
import { areTheirs } from '../whose.ts'
import { needPlan } from './need-plan.ts'
import { peopleOfPlan } from './people.ts'

export const MOST_TROUBLES = 500

export async function showTroubles(work: Work, { id }: { id: PlanId }): Promise<{ items: TroubleSaid[]; more: boolean }> {
  const plan = await needPlan(work, id, 'workforce.read')
  const isTheirs = await areTheirs(work)
  const found = (await troublesOfPlan(work, plan)).filter(({ person }) => isTheirs(person))
  return { items: found.slice(0, MOST_TROUBLES), more: found.length > MOST_TROUBLES }
}

/** Hard ones first, then by day. Weeks that lie outside the plan are its neighbours’ business. */
export async function troublesOfPlan(work: Work, plan: PlanRow): Promise<TroubleSaid[]> {
  const people = await peopleOfPlan(work, plan)
  const days: [string, string] = [plan.first_day.toString(), lastDay(plan).toString()]
  const weeks = await weeksOf(work, plan, { people: people.map(({ id }) => id), days }) // prettier-ignore
  const names = new Map(people.map(({ id, name }): [PersonId, string] => [id, name]))
  const found: TroubleSaid[] = []
  const wayGiven = givingWay()
  for (const own of weeks) {
    const said = sayTroubles(troublesOf({ ...own, from: days[0], to: days[1] }), names)
    found.push(...said.map((each) => ({ ...each, shift: ofAWeek.has(each.code) ? null : shiftOn(own, each.day) })))
    found.push(...sayOvertime({ ...own, from: days[0], to: days[1] }, names.get(own.person) ?? ''))
    await wayGiven()
  }
  return found.toSorted((a, b) => Number(b.hard) - Number(a.hard) || inOrder(a.day ?? '', b.day ?? ''))
}

// Of a day, and so of the shift on it; what is said of a week is said of nobody’s shift in it.
const ofAWeek: ReadonlySet<string> = new Set<TroubleCode>([
  'week_too_long', 'average_too_long', 'weekly_rest', 'too_many_days', 'extra_hours', 'contract_too_short', 'minor_week_too_long', 'minor_weekly_rest',
  'contract_hours_more', 'contract_hours_less', 'contract_days_more', 'contract_days_less',
]) // prettier-ignore
const shiftOn = ({ shifts }: Weeks, day: string | null): ShiftId | null => shifts.find((shift) => shift.day === day)?.id ?? null

function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
