// A plan of 500 people and seven days, made up: what the planning page asks of the server, answered from memory.
import { dayOf, FIRST_DAY, idOf, shiftsOf, workedOf, type MadeShift } from './grid-shifts.ts'

const ZONE = 'Europe/Paris'
const TEAMS = ['Lyon', 'Lille', 'Nantes', 'Toulouse', 'Strasbourg']
const first = ['Amélie', 'Bastien', 'Chloé', 'Driss', 'Élodie', 'Fatou', 'Gaël', 'Hélène', 'Inès', 'Jules', 'Karim', 'Léa', 'Malo', 'Nour', 'Océane', 'Paul', 'Quentin', 'Rose', 'Samir', 'Théa'] // prettier-ignore
const last = ['Abadie', 'Benali', 'Caron', 'Diallo', 'Estève', 'Fabre', 'Garnier', 'Haddad', 'Imbert', 'Jacquet', 'Klein', 'Lambert', 'Moreau', 'Nguyen', 'Olivier', 'Petit', 'Quéré', 'Roussel', 'Simon', 'Traoré', 'Urbain', 'Vidal', 'Weber', 'Xavier', 'Zidane'] // prettier-ignore

export type Made = ReturnType<typeof makePlan>

/** `count` people, each five days of the seven. */
export function makePlan(count: number, days = 7) {
  const plan = {
    id: idOf(1, 1), name: 'Semaine 48', first_day: FIRST_DAY, last_day: dayOf(FIRST_DAY, Math.max(days, 28) - 1), zone: ZONE, interval_min: 15,
    teams: [], people: [], state: 'changed', shifts: 0, unassigned: 2, published: null, run: null,
    may: ['edit', 'optimise', 'publish', 'undo', 'redo', 'remove', 'unpublish', 'rehearse'], version: 1,
  } // prettier-ignore
  const teams = TEAMS.map((name, at) => ({ id: idOf(2, at), name }))
  const people = Array.from({ length: count }, (_, at) => ({
    id: idOf(3, at), name: `${first[at % first.length]} ${last[(at * 7 + Math.floor(at / 20)) % last.length]}${at >= 500 ? ` ${at}` : ''}`,
    teams: [teams[at % teams.length]!.id], skills: {}, site: TEAMS[at % 2]!, contract_min: at % 6 === 0 ? 1440 : 2100,
  })) // prettier-ignore
  const shifts = people.flatMap(({ id }, at) => shiftsOf({ plan: plan.id, person: id, at, days }))
  const open = [0, 1].map((at) => ({
    ...shiftsOf({ plan: plan.id, person: null, at: 9_000 + at, days: 2 })[at]!,
    published: 'no' as const,
  }))
  const board = (from: string, many: number) => {
    const shown = new Set(Array.from({ length: many }, (_, at) => dayOf(from, at)))
    const here = [...open, ...shifts].filter(({ day }) => shown.has(day))
    const worked = Map.groupBy(here, ({ person }) => person)
    return {
      plan: { ...plan, shifts: shifts.length }, from: `${from}T00:00:00Z`, to: `${dayOf(from, many)}T00:00:00Z`, next: null, shifts: here,
      people: people.map((person, at) => ({ ...person, away: awayOf(at), planned_min: [{ week: FIRST_DAY, min: (worked.get(person.id) ?? []).reduce((sum, shift) => sum + workedOf(shift), 0) }] })),
    }
  } // prettier-ignore
  return {
    plan,
    teams,
    people,
    shifts: [...open, ...shifts],
    board,
    coverage: (from: string, many: number) => coverage(shifts, from, many),
  }
}

const awayOf = (at: number) =>
  at % 23 === 5 ? [{ starts_at: `${dayOf(FIRST_DAY, 2)}T23:00:00Z`, ends_at: `${dayOf(FIRST_DAY, 4)}T23:00:00Z` }] : []

const QUARTER = 900_000

function coverage(shifts: readonly MadeShift[], from: string, days: number) {
  const begin = Temporal.PlainDate.from(from).toZonedDateTime({ timeZone: ZONE }).epochMilliseconds
  const present = Array.from({ length: days * 96 }, () => 0)
  for (const shift of shifts) {
    const gaps = shift.activities.map(({ starts_at, ends_at }) => [Date.parse(starts_at), Date.parse(ends_at)] as const)
    for (let at = Date.parse(shift.starts_at); at < Date.parse(shift.ends_at); at += QUARTER) {
      const index = (at - begin) / QUARTER
      if (index >= 0 && index < present.length && !gaps.some(([start, end]) => at >= start && at < end)) present[index]!++
    }
  }
  const need = present.map((people, at) => (people === 0 ? 0 : Math.max(1, Math.round(people * (0.93 + 0.12 * Math.sin(at / 9)))))) // prettier-ignore
  return {
    interval_min: 15, from: new Date(begin).toISOString(),
    groups: [{ group: '', label: 'Service client', need, present }],
  } // prettier-ignore
}
