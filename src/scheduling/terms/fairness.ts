// Who had how many Saturdays, late shifts and extra hours in the published weeks before a day.
import * as staff from '#staff'
import { allow } from '#access'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import { laws, type Fairness } from '../contract.ts'
import { midnight, mondayOf } from '../rules/days.ts'
import { fairnessOf } from '../store/in-force.ts'
import { declinedWishes } from '../store/preference.ts'
import { paidWeeks } from '../store/worked.ts'
import { contractsFor } from './contracts.ts'
import { settingsNow } from './settings.ts'
import { areTheirs } from '../whose.ts'

const MOST_PEOPLE = 2_000
type Asked = {
  before?: string | undefined
  weeks?: number | undefined
  team?: TeamId | undefined
  cursor?: string | undefined
  limit: number
}

export async function listFairness(
  work: Work,
  { before, weeks, team, cursor, limit }: Asked,
): Promise<{ items: Fairness[]; next: string | null }> {
  allow(work, 'workforce.read')
  const isTheirs = await areTheirs(work)
  const mine = (await staff.serving(work, MOST_PEOPLE)).filter(({ id, teams }) => isTheirs(id) && (!team || teams.includes(team)))
  const start = cursor ? mine.findIndex(({ id }) => id === cursor) + 1 : 0
  const page = mine.slice(start, start + limit)
  const { zone } = await settingsNow(work)
  const day = before ? Temporal.PlainDate.from(before) : mondayOf(work.now.toZonedDateTimeISO(zone).toPlainDate())
  const found = await fairnessFor(work, page.map(({ id }) => id), { before: day, weeks }) // prettier-ignore
  return {
    items: page.map(({ id, name }) => ({ person: { id, name }, ...found.get(id)! })),
    next: start + limit < mine.length ? (page.at(-1)?.id ?? null) : null,
  }
}

export type Counted = Omit<Fairness, 'person'>
/** Everybody asked for is in the answer. */
export async function fairnessFor(
  work: Work,
  people: readonly PersonId[],
  { before, weeks }: { before: Temporal.PlainDate; weeks?: number | undefined },
): Promise<Map<PersonId, Counted>> {
  const settings = await settingsNow(work)
  const count = weeks ?? settings.fairness_weeks
  const from = before.subtract({ weeks: count })
  const rows = new Map(
    (
      await fairnessOf(work, {
        ...settings,
        night: laws[settings.law].night,
        from: from.toString(),
        before: before.toString(),
        people,
      })
    ).map((row) => [row.person, row]),
  )
  const extra = await extraByWeek(work, people, { from, before })
  const span = { from: midnight(from, settings.zone), before: midnight(before, settings.zone) }
  const declined = new Map((await declinedWishes(work, people, span)).map((each) => [each.person, each.count]))
  return new Map(
    people.map((person) => {
      const { person: _, ...row } = rows.get(person) ?? { ...NOTHING, person }
      return [person, { ...row, extra_min: extra.get(person) ?? 0, wishes_declined: declined.get(person) ?? 0 }]
    }),
  )
}

/** Overtime is counted by the week (L3121-29): a week with fewer hours takes none of another's away. */
async function extraByWeek(
  work: Work,
  people: readonly PersonId[],
  { from, before }: { from: Temporal.PlainDate; before: Temporal.PlainDate },
): Promise<Map<PersonId, number>> {
  const contracts = await contractsFor(work, people)
  const extra = new Map<PersonId, number>()
  for (const { person, monday, minutes } of await paidWeeks(work, { people, from: from.toString(), before: before.toString() })) {
    const { hours_week, hours_more } = contracts.on(person, monday.toString())
    extra.set(person, (extra.get(person) ?? 0) + Math.max(0, Math.round(minutes - (hours_week + hours_more) * 60)))
  }
  return extra
}
const NOTHING = { saturdays: 0, sundays: 0, late_shifts: 0, nights: 0, early_shifts: 0, worked_min: 0 }
