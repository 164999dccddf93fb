// Whose plan it is: everybody of its teams, people besides, or, where it names nobody, all who may be offered work.
import * as routing from '#routing'
import * as staff from '#staff'
import { whereMay } from '#access'
import { once } from '#base/once'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PlanRow } from '../store/plan.ts'

export type Planned = staff.Serving & { site: string | null }
const MOST_PEOPLE = 2_000

/** By name. At most two thousand. */
export async function peopleOfPlan(work: Work, { teams, people }: Pick<PlanRow, 'teams' | 'people'>): Promise<Planned[]> {
  const all = await everybody(work)
  if (teams.length === 0 && people.length === 0) {
    const may = await whereMay(work, ['routing.take'])
    return all.filter(({ id }) => may.has(id))
  }
  const named = new Set<string>(people)
  const of = new Set<string>(teams)
  return all.filter(({ id, teams: theirs }) => named.has(id) || theirs.some((team) => of.has(team)))
}

export const everybody = (work: Work): Promise<Planned[]> =>
  once(work, 'scheduling.everybody', async () => {
    const [serving, book] = [await staff.serving(work, MOST_PEOPLE), await routing.currentRulebook(work)]
    const sites = book?.document.sites ?? []
    return serving.map((each) => ({
      ...each,
      site: sites.find(({ teams }) => each.teams.some((team) => teams.includes(team)))?.name ?? null,
    }))
  })

export async function isOfPlan(work: Work, plan: Pick<PlanRow, 'teams' | 'people'>, person: PersonId): Promise<boolean> {
  return (await peopleOfPlan(work, plan)).some(({ id }) => id === person)
}
