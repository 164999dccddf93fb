// With whom a shift could be changed: colleagues’ shifts that law and contracts allow, the nearest first, and who is free that day.
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { shiftNotMine, swapTooLate, type ShiftId, type Swap } from '../contract.ts'
import { weeksOf } from '../moves/check-changes.ts'
import { peopleOfPlan } from '../plans/people.ts'
import { bears } from '../rules/bears.ts'
import { midnight } from '../rules/days.ts'
import { inForceBetween, inForceById, type InForceRow } from '../store/in-force.ts'
import { findPlan } from '../store/plan.ts'
import { meOf } from '../terms/preferences.ts'
import { settingsNow } from '../terms/settings.ts'
import { seenAs } from '../publish/seen.ts'

const DAYS_AROUND = 7
const MOST_SHOWN = 50
type Choices = { shifts: Swap['gives'][]; free: { id: PersonId; name: string }[] }

export async function swapChoices(work: Work, { shift }: { shift: ShiftId }): Promise<Choices> {
  const me = meOf(work)
  const [mine] = await inForceById(work, [shift])
  const plan = mine && mine.person_id === me ? await findPlan(work, mine.plan_id) : undefined
  if (!mine || !plan) throw refuse(shiftNotMine, {})
  const { swap_closes_hours: hours } = await settingsNow(work)
  const soonest = work.now.add({ hours })
  if (Temporal.Instant.compare(mine.starts_at, soonest) < 0) throw refuse(swapTooLate, { hours })
  const people = new Map((await peopleOfPlan(work, plan)).map((each) => [each.id, each]))
  const from = midnight(mine.day.subtract({ days: DAYS_AROUND }), plan.zone)
  const to = midnight(mine.day.add({ days: DAYS_AROUND + 1 }), plan.zone)
  const others = [...people.keys()].filter((id) => id !== me)
  const rows = (await inForceBetween(work, { from, to, people: others, most: 5_000 })).filter(
    (row) => row.plan_id === plan.id && Temporal.Instant.compare(row.starts_at, soonest) >= 0,
  )
  const weeks = new Map((await weeksOf(work, plan, { people: [me, ...others], days: [mine.day.subtract({ days: DAYS_AROUND }).toString(), mine.day.add({ days: DAYS_AROUND }).toString()] })).map((each) => [each.person, each])) // prettier-ignore
  const worksThatDay = new Set(rows.filter((row) => touches(row, mine)).map(({ person_id }) => person_id))
  const near = rows.toSorted((a, b) => away(a, mine) - away(b, mine))
  const could = near
    .values()
    .filter(
      (row) =>
        !isSameTime(row, mine) &&
        bears(weeks.get(me)!, { without: mine.shift_id, add: seenAs(row) }) &&
        bears(weeks.get(row.person_id)!, { without: row.shift_id, add: seenAs(mine) }),
    )
    .take(MOST_SHOWN) // those further away are not even asked after
    .toArray()
  const free = others.values().filter((id) => !worksThatDay.has(id) && bears(weeks.get(id)!, { add: seenAs(mine) })).take(MOST_SHOWN).toArray() // prettier-ignore
  const named = (id: PersonId) => ({ id, name: people.get(id)?.name ?? '' })
  return {
    shifts: could.map((row) => ({
      id: row.shift_id,
      person: named(row.person_id),
      day: row.day.toString(),
      starts_at: row.starts_at.toString(),
      ends_at: row.ends_at.toString(),
      site: row.site,
    })),
    free: free.map(named),
  }
}

const touches = (one: InForceRow, other: InForceRow): boolean =>
  Temporal.Instant.compare(one.starts_at, other.ends_at) < 0 && Temporal.Instant.compare(one.ends_at, other.starts_at) > 0
const isSameTime = (one: InForceRow, other: InForceRow): boolean =>
  // nothing would change for either
  Temporal.Instant.compare(one.starts_at, other.starts_at) === 0 && Temporal.Instant.compare(one.ends_at, other.ends_at) === 0
const away = (one: InForceRow, other: InForceRow): number =>
  Math.abs(one.starts_at.epochMilliseconds - other.starts_at.epochMilliseconds)
