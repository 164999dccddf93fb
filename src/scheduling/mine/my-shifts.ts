// One's own published shifts; and everybody's, for who plans.
import * as staff from '#staff'
import { allow, teamsFor } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { notFound } from '#base/refusal'
import { laws, type MyShifts, type ShiftInForce } from '../contract.ts'
import { shiftsBetween } from '../day/shifts-between.ts'
import { midnight, mondayOf } from '../rules/days.ts'
import { ms } from '../rules/drawn.ts'
import { hoursOfWeek } from '../rules/hours-of.ts'
import { hadAny } from '../store/in-force.ts'
import { contractsFor } from '../terms/contracts.ts'
import { meOf } from '../terms/preferences.ts'
import { settingsNow } from '../terms/settings.ts'

export async function myShifts(work: Work, { from, days }: { from?: string | undefined; days: number }): Promise<MyShifts> {
  const me = meOf(work)
  const { zone, swap_closes_hours, law } = await settingsNow(work)
  const first = from ? Temporal.PlainDate.from(from) : work.now.toZonedDateTimeISO(zone).toPlainDate()
  const monday = mondayOf(first)
  const end = first.add({ days })
  const whole = await shiftsBetween(work, {
    from: midnight(monday, zone),
    to: midnight(mondayOf(end.subtract({ days: 1 })).add({ days: 7 }), zone),
    people: [me],
  })
  const contracts = await contractsFor(work, [me])
  const weeks = [...new Set(whole.map(({ day }) => mondayOf(Temporal.PlainDate.from(day)).toString()))].toSorted()
  return {
    zone,
    swap_closes_hours,
    has_any: (await hadAny(work, me)).any,
    shifts: whole.filter(
      ({ starts_at, ends_at }) =>
        ms(starts_at) < midnight(end, zone).epochMilliseconds && ms(ends_at) > midnight(first, zone).epochMilliseconds,
    ),
    hours: weeks.map((week) =>
      hoursOfWeek(week, whole.filter(({ day }) => mondayOf(Temporal.PlainDate.from(day)).toString() === week), {
        contract: contracts.on(me, week),
        full_time_h: laws[law].full_time_h,
        now: work.now.epochMilliseconds,
      }),
    ), // prettier-ignore
  }
}

const MOST_DAYS = 14
const MOST_SHIFTS = 5_000
type Asked = { from: string; to: string; team?: TeamId | undefined; people?: PersonId[] | undefined }
type Listed = { zone: string; people: { id: PersonId; name: string }[]; items: ShiftInForce[]; more: boolean }

export async function listShifts(work: Work, { from, to, team, people }: Asked): Promise<Listed> {
  allow(work, 'workforce.read')
  const own = teamsFor(work.actor, 'workforce.read')
  if (team && own && !own.has(team)) throw refuse(notFound, {})
  const teams = team ? [team] : own && ([...own] as TeamId[]) // a right names teams by their ids
  const [begins, ends] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  const hours = Math.min(MOST_DAYS * 24, Math.max(0, ends.since(begins).total('hours'))) // upside down: nothing lies in it
  const until = begins.add({ seconds: Math.round(hours * 3_600) })
  const items = await shiftsBetween(work, {
    from: begins,
    to: until,
    people,
    ...(teams ? { teams } : {}),
    most: MOST_SHIFTS + 1,
  })
  const shown = items.slice(0, MOST_SHIFTS)
  const named = await staff.find(work, shown.map(({ person }) => person)) // prettier-ignore
  const { zone } = await settingsNow(work)
  return {
    zone,
    people: [...named.values()].map(({ id, name }) => ({ id, name })),
    items: shown,
    more: items.length > MOST_SHIFTS,
  }
}
