// What people are planned for: published shifts, as other rooms count on them. No permission is asked: who calls has asked.
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { ActivityKind, PlanId, ShiftInForce } from '../contract.ts'
import { awayBetween, awayIn, type Away } from '../plans/away.ts'
import { everybody } from '../plans/people.ts'
import { shownActivities, wholeDay } from '../rules/drawn.ts'
import { inForceBetween, type InForceRow } from '../store/in-force.ts'
import { findPlan, type PlanRow } from '../store/plan.ts'

const MOST_SHIFTS = 20_000
export type Between = {
  from: Temporal.Instant
  to: Temporal.Instant
  people?: readonly PersonId[] | undefined
  teams?: readonly TeamId[] | undefined
  most?: number
}

/** Published shifts that touch a time, by person and beginning; `away`: in those parts nobody is there. */
export async function shiftsBetween(
  work: Work,
  { from, to, people, teams, most = MOST_SHIFTS }: Between,
): Promise<ShiftInForce[]> {
  const whose = await whoOf(work, { people, teams })
  const rows = await inForceBetween(work, { from, to, people: whose, most })
  return showInForce(rows, await awayBetween(work, { from, to }))
}

async function whoOf(work: Work, { people, teams }: Pick<Between, 'people' | 'teams'>): Promise<readonly PersonId[] | undefined> {
  if (!teams) return people
  const of = new Set<string>(teams)
  const named = people && new Set<string>(people)
  return (await everybody(work))
    .filter((each) => each.teams.some((team) => of.has(team)) && (!named || named.has(each.id)))
    .map(({ id }) => id)
}

export const showInForce = (rows: readonly InForceRow[], away: Away): ShiftInForce[] =>
  rows.map(({ shift_id, person_id, plan_id, day, activities, site, note, published_at, ...row }) => {
    const hours = { starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString() }
    return {
      id: shift_id,
      plan: plan_id,
      person: person_id,
      day: day.toString(),
      ...hours,
      activities: shownActivities({ starts_at: hours.starts_at, activities }),
      site,
      note,
      away: awayIn(away.get(person_id), hours),
      published_at: published_at.toString(),
    }
  })

export type Planned = { shift: ShiftInForce | null; kind: ActivityKind | 'off'; until: string | null }

/** What each of them is planned to do at a moment, until when. Who has no shift then is off; who is away is absent. */
export async function plannedAt(work: Work, people: readonly PersonId[], at: Temporal.Instant): Promise<Map<PersonId, Planned>> {
  const shifts = await shiftsBetween(work, { from: at, to: at.add({ seconds: 1 }), people })
  const now = at.toString()
  const isNow = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): boolean =>
    Temporal.Instant.compare(Temporal.Instant.from(starts_at), at) <= 0 &&
    Temporal.Instant.compare(Temporal.Instant.from(ends_at), now) > 0
  const planned = new Map(people.map((person): [PersonId, Planned] => [person, { shift: null, kind: 'off', until: null }]))
  for (const shift of shifts) {
    if (!isNow(shift)) continue
    const absent = shift.away.find(isNow)
    const piece = shift.activities.find(isNow)
    const next = shift.activities.find(({ starts_at }) => Temporal.Instant.compare(Temporal.Instant.from(starts_at), at) > 0)
    if (absent) planned.set(shift.person, { shift, kind: 'absence', until: absent.ends_at })
    else
      planned.set(shift.person, { shift, kind: piece?.kind ?? 'work', until: piece?.ends_at ?? next?.starts_at ?? shift.ends_at })
  }
  return planned
}

/** The plan that holds a shift, or undefined. */
export const planOf = async (work: Work, id: PlanId): Promise<PlanRow | undefined> => await findPlan(work, id)

/** A shift from end to end, work too, in order and without a gap: the shape the engine checks. */
export const whole = ({ starts_at, ends_at, activities }: ShiftInForce): ReturnType<typeof wholeDay> =>
  wholeDay({ starts_at, ends_at, activities: activities.map(({ starts_at: from, ends_at: to, ...rest }) => ({ ...rest, kind: rest.kind === 'work' ? 'project' : rest.kind, from_min: minutes(starts_at, from), to_min: minutes(starts_at, to) })) }) // prettier-ignore
const minutes = (from: string, to: string): number =>
  Temporal.Instant.from(to).since(Temporal.Instant.from(from)).total('minutes')
