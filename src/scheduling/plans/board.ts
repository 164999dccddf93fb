// The grid: a page of people, their shifts and absences in some days of a plan.
import type { Work } from '#base/work'
import type { PersonId } from '#base/contract'
import type { TeamId } from '#staff/contract'
import type { Board, BoardPerson, PlanId } from '../contract.ts'
import { midnight, mondayOf, spanOf, windowOf, type Dated } from '../rules/days.ts'
import { paidMin } from '../rules/paid.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { contractsFor } from '../terms/contracts.ts'
import { awayBetween, type Away } from './away.ts'
import { areTheirs } from '../whose.ts'
import { needPlan } from './need-plan.ts'
import { peopleOfPlan, type Planned } from './people.ts'
import { showPlans } from './show.ts'
import { showShifts } from './show-shifts.ts'

const MOST_SHIFTS = 20_000
type Asked = {
  id: PlanId
  from?: string | undefined
  days: number
  cursor?: string | undefined
  limit: number
  team?: TeamId | undefined
}

export async function showBoard(work: Work, { id, cursor, limit, team, ...window }: Asked): Promise<Board> {
  const plan = await needPlan(work, id, 'workforce.read')
  const dated = windowOf(plan, window)
  const span = spanOf(dated)
  const isTheirs = await areTheirs(work)
  const all = (await peopleOfPlan(work, plan)).filter((each) => isTheirs(each.id) && (!team || each.teams.includes(team)))
  const start = cursor ? all.findIndex((each) => each.id === cursor) + 1 : 0
  const page = all.slice(start, start + limit)
  const away = await awayBetween(work, span)
  const ids = page.map((each) => each.id)
  const weeks = weeksOf(dated)
  const whole = { from: midnight(weeks[0]!, plan.zone), to: midnight(weeks.at(-1)!.add({ days: 7 }), plan.zone) }
  const shifts = await shiftsOfPlan(work, { plan: id, ...whole, people: ids, nobodys: start === 0, most: MOST_SHIFTS })
  const here = shifts.filter(({ starts_at, ends_at }) => touches({ starts_at, ends_at }, span))
  return {
    plan: (await showPlans(work, [plan]))[0]!,
    from: String(span.from),
    to: String(span.to),
    people: await rows(work, page, { shifts, weeks, away }),
    shifts: await showShifts(work, here, away),
    next: start + limit < all.length ? (page.at(-1)?.id ?? null) : null,
  }
}

const touches = (
  { starts_at, ends_at }: { starts_at: string; ends_at: string },
  { from, to }: ReturnType<typeof spanOf>,
): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(starts_at), to) < 0 &&
  Temporal.Instant.compare(Temporal.Instant.from(ends_at), from) > 0

function weeksOf({ first_day, days }: Dated): Temporal.PlainDate[] {
  const last = first_day.add({ days: days - 1 })
  const weeks: Temporal.PlainDate[] = []
  for (let week = mondayOf(first_day); Temporal.PlainDate.compare(week, last) <= 0; week = week.add({ days: 7 })) weeks.push(week)
  return weeks
}

type Known = { shifts: readonly KeptShift[]; weeks: readonly Temporal.PlainDate[]; away: Away }
async function rows(work: Work, people: readonly Planned[], { shifts, weeks, away }: Known): Promise<BoardPerson[]> {
  const contracts = await contractsFor(work, people.map(({ id }) => id)) // prettier-ignore
  const theirs = Map.groupBy(shifts, ({ person }) => person)
  const first = weeks[0]!.toString()
  return people.map(({ id, name, teams, skills, site }) => ({
    id,
    name,
    teams,
    skills,
    site,
    contract_min: Math.round(contracts.on(id, first).hours_week * 60),
    planned_min: weeks.map((week) => ({ week: week.toString(), min: plannedIn(theirs.get(id) ?? [], week) })),
    away: (away.get(id as PersonId) ?? []).map(({ from_ms, to_ms }) => ({
      starts_at: Temporal.Instant.fromEpochMilliseconds(from_ms).toString(),
      ends_at: Temporal.Instant.fromEpochMilliseconds(to_ms).toString(),
    })),
  }))
}

function plannedIn(shifts: readonly KeptShift[], week: Temporal.PlainDate): number {
  const [from, until] = [week.toString(), week.add({ days: 7 }).toString()]
  return shifts.filter(({ day }) => day >= from && day < until).reduce((sum, shift) => sum + paidMin(shift), 0)
}
