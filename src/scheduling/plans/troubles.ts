// Everything in a plan that law, contracts or absences say something against.
import { givingWay } from '#base/give-way'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PlanId, TroubleSaid } from '../contract.ts'
import { weeksOf } from '../moves/check-changes.ts'
import { lastDay } from '../rules/days.ts'
import { sayTroubles, troublesOf } from '../rules/legality.ts'
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
    found.push(...sayTroubles(troublesOf({ ...own, from: days[0], to: days[1] }), names))
    await wayGiven()
  }
  return found.toSorted((a, b) => Number(b.hard) - Number(a.hard) || inOrder(a.day ?? '', b.day ?? ''))
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
