// What law, contracts and absences say to changes: only what is new by them, or worse, counts against them.
import * as staff from '#staff'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TroubleSaid } from '../contract.ts'
import { awayBetween } from '../plans/away.ts'
import { everybody } from '../plans/people.ts'
import { newTroubles } from '../rules/bears.ts'
import { midnight, mondayOf, type Span } from '../rules/days.ts'
import type { Change, DrawnShift } from '../rules/drawn.ts'
import { sayTroubles, troublesOf, type Found, type Weeks } from '../rules/legality.ts'
import { overtimeOf, sayOvertime } from '../rules/overtime.ts'
import { inForceBetween } from '../store/in-force.ts'
import type { PlanRow } from '../store/plan.ts'
import { shiftsOfPlan } from '../store/shift.ts'
import { workedWeeks } from '../store/worked.ts'
import { contractsFor } from '../terms/contracts.ts'
import { settingsNow } from '../terms/settings.ts'
import { daysOf } from './commit-changes.ts'

const MOST_SHIFTS = 60_000
const WEEKS_AFTER = 1
const WEEKS_BEFORE = 1 // for rests over the edge; of those before only their hours count
const WEEKS_ADDED_UP = 11 // the law looks at twelve in a row

export type Checked = { hard: TroubleSaid[]; soft: TroubleSaid[] }

export async function checkChanges(work: Work, plan: PlanRow, changes: readonly Change[]): Promise<Checked> {
  const people = peopleIn(changes)
  if (people.length === 0) return { hard: [], soft: [] }
  return await checkAgainst(work, changes, await weeksFor(work, plan, { people, days: daysAround(changes) }))
}

const peopleIn = (changes: readonly Change[]): PersonId[] => [
  ...new Set(changes.flatMap(({ before, after }) => [before?.person, after?.person].filter((id) => id != null))),
]
function daysAround(changes: readonly Change[]): [string, string] {
  const days = daysOf(changes)
  return [days[0]!, days.at(-1)!] // a change is of a day
}

/** The same, where the weeks around were read for several changes at once. */
export async function checkAgainst(work: Work, changes: readonly Change[], known: KnownWeeks): Promise<Checked> {
  const people = peopleIn(changes)
  const days = daysAround(changes)
  const changed = new Map(changes.map(({ shift, after }) => [shift, after]))
  const names = await namesOf(work, people)
  const found: Found[] = []
  const overtime: TroubleSaid[] = []
  for (const weeks of people.map((person) => known(person, days))) {
    const before = troublesOf(weeks)
    const own = changes.flatMap(({ shift, after }) => (after?.person === weeks.person ? [{ ...after, id: shift }] : []))
    const then = { ...weeks, shifts: [...weeks.shifts.filter(({ id }) => !changed.has(id)), ...own] }
    const after = troublesOf(then)
    overtime.push(...sayOvertime(then, names.get(weeks.person) ?? '', overtimeOf(weeks)))
    found.push(...newTroubles(before, after))
  }
  const said = sayTroubles(found, names)
  return { hard: said.filter(({ hard }) => hard), soft: [...said.filter(({ hard }) => !hard), ...overtime] }
}

async function namesOf(work: Work, people: readonly PersonId[]): Promise<Map<PersonId, string>> {
  return new Map([...(await staff.find(work, people))].map(([id, { name }]) => [id, name]))
}

type Asked = { people: readonly PersonId[]; days: [string, string] }

/** Everything somebody works around these days: in this plan as it is drawn, elsewhere as it is published. */
export async function weeksOf(work: Work, plan: PlanRow, asked: Asked): Promise<Weeks[]> {
  const known = await weeksFor(work, plan, asked)
  return asked.people.map((person) => known(person, asked.days))
}

export type KnownWeeks = (person: PersonId, days: [string, string]) => Weeks

/** Read once for several people, and for any of the days between. */
export async function weeksFor(work: Work, plan: PlanRow, { people, days }: Asked): Promise<KnownWeeks> {
  const monday = mondayOf(Temporal.PlainDate.from(days[0]))
  const first = monday.subtract({ weeks: WEEKS_BEFORE })
  const last = mondayOf(Temporal.PlainDate.from(days[1])).add({ weeks: 1 + WEEKS_AFTER })
  const span: Span = { from: midnight(first, plan.zone), to: midnight(last, plan.zone) }
  const drawn: readonly DrawnShift[] = await shiftsOfPlan(work, { plan: plan.id, ...span, people, most: MOST_SHIFTS })
  const others = await inForceBetween(work, { ...span, people, but: plan.id, most: MOST_SHIFTS })
  const elsewhere = others.map((row): DrawnShift => ({
    id: row.shift_id, person: row.person_id, day: row.day.toString(), starts_at: row.starts_at.toString(), ends_at: row.ends_at.toString(),
    activities: row.activities, pattern: null, site: row.site, note: row.note, locked: true, version: 1,
  })) // prettier-ignore
  const [away, contracts, settings] = [await awayBetween(work, span), await contractsFor(work, people), await settingsNow(work)]
  const names = new Map((await everybody(work)).map((each) => [each.id, each]))
  const worked = await workedBefore(work, plan, { people, monday, first })
  const shifts = Map.groupBy([...drawn, ...elsewhere], ({ person }) => person)
  return (person, asked) => ({
    person,
    site: names.get(person)?.site ?? null,
    zone: plan.zone,
    from: mondayOf(Temporal.PlainDate.from(asked[0])).toString(),
    to: mondayOf(Temporal.PlainDate.from(asked[1])).add({ days: 7 }).toString(), // the rest before the next Monday too
    shifts: shifts.get(person) ?? [],
    away: away.get(person) ?? [],
    contract: contracts.on(person, asked[0]),
    law: settings.law,
    worked_h: worked.get(person),
  })
}

type Before = { people: readonly PersonId[]; monday: Temporal.PlainDate; first: Temporal.PlainDate }
async function workedBefore(
  work: Work,
  { id: plan }: PlanRow,
  { people, monday, first }: Before,
): Promise<Map<PersonId, Record<string, number>>> {
  const span = { from: monday.subtract({ weeks: WEEKS_ADDED_UP }).toString(), before: first.toString() }
  const worked = new Map<PersonId, Record<string, number>>()
  for (const { person, monday: week, hours } of await workedWeeks(work, { plan, people, ...span }))
    worked.set(person, { ...worked.get(person), [week.toString()]: hours })
  return worked
}
