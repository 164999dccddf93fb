// Days of a plan are copied to other days, as one move: how a small house plans by hand, from last week. Who is away by then stays away.
import type { PersonId } from '#base/contract'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import { commitChanges } from '../moves/commit-changes.ts'
import { shiftUnreal, type Plan, type PlanId } from '../contract.ts'
import { lastDay, midnight } from '../rules/days.ts'
import { at, canonical, MINUTE, ms, type Change, type Drawn } from '../rules/drawn.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { awayBetween } from './away.ts'
import { needPlan, needPlanHeld } from './need-plan.ts'
import { peopleOfPlan } from './people.ts'
import { showPlan } from './show.ts'

const MOST_SHIFTS = 20_000
type Asked = {
  id: PlanId
  from: string
  days: number
  to: string
  from_plan?: PlanId | undefined
  people?: PersonId[] | undefined
}
type Copied = { copied: number; left_out: number; move: string | null; plan: Plan }

export async function copyDays(work: Work, asked: Asked): Promise<Copied> {
  const plan = await needPlanHeld(work, asked.id, 'workforce.manage')
  const source = asked.from_plan ? await needPlan(work, asked.from_plan, 'workforce.read') : plan
  const [from, to] = [Temporal.PlainDate.from(asked.from), Temporal.PlainDate.from(asked.to)]
  if (Temporal.PlainDate.compare(to, plan.first_day) < 0 || Temporal.PlainDate.compare(to, lastDay(plan)) > 0)
    throw refuse(shiftUnreal, {})
  const wanted = new Set<string>(asked.people ?? [])
  const people = new Set<string>((await peopleOfPlan(work, plan)).map(({ id }) => id))
  const span = (day: Temporal.PlainDate) => ({
    from: midnight(day, plan.zone),
    to: midnight(day.add({ days: asked.days }), plan.zone),
  })
  const there = await shiftsOfPlan(work, { plan: plan.id, ...span(to), most: MOST_SHIFTS })
  const copies = (await shiftsOfPlan(work, { plan: source.id, ...span(from), most: MOST_SHIFTS }))
    .filter(
      ({ day, person }) =>
        day >= asked.from && (wanted.size === 0 || wanted.has(person ?? '')) && (person === null || people.has(person)),
    )
    .map((shift) => laterBy(shift, from.until(to).days, plan.zone))
  const last = lastDay(plan).toString()
  const theirs = Map.groupBy(there, ({ person }) => person)
  const away = await awayBetween(work, span(to))
  const isFree = (person: PersonId, copy: Drawn): boolean =>
    !theirs.get(person)?.some((other) => isInTheWay(other, copy)) &&
    !away.get(person)?.some(({ from_ms, to_ms }) => from_ms < ms(copy.ends_at) && to_ms > ms(copy.starts_at))
  const fitting = copies.filter((copy) => copy.day <= last && (copy.person === null || isFree(copy.person, copy)))
  const changes = fitting.map((after): Change => ({ shift: newId(work.now), before: null, after }))
  const done = changes.length > 0 ? await commitChanges(work, plan, { kind: 'copy', changes }) : null
  return {
    copied: changes.length,
    left_out: copies.length - changes.length,
    move: done?.move ?? null,
    plan: await showPlan(work, { id: plan.id }),
  }
}

const isInTheWay = (other: KeptShift, { starts_at, ends_at }: Drawn): boolean =>
  ms(other.starts_at) < ms(ends_at) && ms(other.ends_at) > ms(starts_at)

// At the same hour of the wall clock, also when the clocks change in between; its length stays, and with it its breaks. A meeting belongs to its day.
function laterBy(shift: KeptShift, days: number, zone: string): Drawn {
  const start = Temporal.Instant.from(shift.starts_at).toZonedDateTimeISO(zone).add({ days }).toInstant()
  const length = ms(shift.ends_at) - ms(shift.starts_at)
  return {
    person: shift.person,
    day: Temporal.PlainDate.from(shift.day).add({ days }).toString(),
    starts_at: canonical(start.toString()),
    ends_at: at(Math.ceil((start.epochMilliseconds + length) / MINUTE) * MINUTE),
    activities: shift.activities.filter(({ gathering }) => gathering === null),
    pattern: shift.pattern,
    site: shift.site,
    note: '',
    locked: false,
  }
}
