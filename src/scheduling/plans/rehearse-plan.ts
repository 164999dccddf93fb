// A day of a plan on the traffic of a day that was: its shifts are tomorrow’s people of a rehearsal, beside those who were really there.
import * as rehearsal from '#rehearsal'
import { refuse, type Work } from '#base/work'
import { newRunShape } from '#rehearsal/contract'
import { trafficDayUnknown, type PlanId } from '../contract.ts'
import { lastDay, midnight } from '../rules/days.ts'
import { ms, wholeDay } from '../rules/drawn.ts'
import { shiftsOfPlan, type KeptShift } from '../store/shift.ts'
import { awayBetween, type Away } from './away.ts'
import { needPlan } from './need-plan.ts'

const MOST_SHIFTS = 5_000
type Asked = { id: PlanId; day: string; traffic_day?: string | undefined }

export async function rehearsePlan(work: Work, { id, day, traffic_day }: Asked): Promise<{ run: string }> {
  const plan = await needPlan(work, id, 'workforce.read')
  const planned = Temporal.PlainDate.from(day)
  const today = work.now.toZonedDateTimeISO(plan.zone).toPlainDate()
  const past = traffic_day ? Temporal.PlainDate.from(traffic_day) : today.subtract({ days: 1 })
  const outside =
    Temporal.PlainDate.compare(planned, plan.first_day) < 0 || Temporal.PlainDate.compare(planned, lastDay(plan)) > 0
  if (outside || Temporal.PlainDate.compare(past, today) >= 0) throw refuse(trafficDayUnknown, {})
  const span = { from: midnight(planned, plan.zone), to: midnight(planned.add({ days: 1 }), plan.zone) }
  const shifts = await shiftsOfPlan(work, { plan: id, ...span, most: MOST_SHIFTS })
  const people = atWork(shifts, await awayBetween(work, span), span)
  if (people.length === 0) throw refuse(trafficDayUnknown, {})
  const run = await rehearsal.startRun(
    work,
    newRunShape.parse({
      name: `${plan.name || plan.first_day.toString()} · ${day}`.slice(0, 200),
      traffic: {
        kind: 'period',
        from: String(midnight(past, plan.zone)),
        to: String(midnight(past.add({ days: 1 }), plan.zone)),
      },
      today: { kind: 'published' },
      tomorrow: { kind: 'published' },
      changes: { people_planned: people },
    }),
  )
  return { run: run.id }
}

type Span = { from: Temporal.Instant; to: Temporal.Instant }
type Planned = { person: string; at_work_s: [number, number][] }

// The stretches of plain work, in seconds after the midnight of that day; absences are none.
function atWork(shifts: readonly KeptShift[], away: Away, { from, to }: Span): Planned[] {
  const [begins, ends] = [from.epochMilliseconds, to.epochMilliseconds]
  const named = shifts.flatMap((shift) => (shift.person ? [{ ...shift, person: shift.person }] : []))
  return [...Map.groupBy(named, ({ person }) => person)].flatMap(([person, own]): Planned[] => {
    const at_work_s = own
      .flatMap((shift) => wholeDay(shift))
      .filter(({ kind }) => kind === 'work')
      .flatMap((piece) =>
        without([Math.max(begins, ms(piece.starts_at)), Math.min(ends, ms(piece.ends_at))], away.get(person) ?? []),
      )
      .map(([a, b]): [number, number] => [(a - begins) / 1_000, (b - begins) / 1_000])
    return at_work_s.length > 0 ? [{ person, at_work_s }] : []
  })
}

function without(piece: [number, number], away: readonly { from_ms: number; to_ms: number }[]): [number, number][] {
  return away
    .reduce<[number, number][]>(
      (left, { from_ms, to_ms }) =>
        left.flatMap(([a, b]): [number, number][] => [
          [a, Math.min(b, from_ms)],
          [Math.max(a, to_ms), b],
        ]),
      [piece],
    ) // prettier-ignore
    .filter(([a, b]) => b > a)
}
