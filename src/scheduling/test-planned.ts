// A small centre that plans, for tests: people of a team, a week of theirs, and whoever runs it.
import * as staff from '#staff'

import { permissionNames, roles, type RoleName } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import type { TeamId } from '#staff/contract'
import type { Moved, MoveWish, Plan, PlanId, PlannedShift } from './contract.ts'
import { readers } from './listen.ts'
import { makeMove } from './moves/make-move.ts'
import { beginPlan } from './plans/begin.ts'
import { showBoard } from './plans/board.ts'
import { showPlan } from './plans/show.ts'
import { publishPlan } from './publish/publish.ts'

export const ZONE = 'Europe/Paris'
export const MONDAY = '2026-11-23' // the test clock stands at Friday 20 November, 10:00 in Paris

/** An instant of a day of that zone, "2026-11-23T09:00". */
export const at = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString()
const spanOn = (day: string, from: string, to: string): { starts_at: string; ends_at: string } => ({ starts_at: at(`${day}T${from}`), ends_at: at(`${day}T${to}`) }) // prettier-ignore
export const on = (day: string, from = '09:00', to = '17:00'): { starts_at: string; ends_at: string } => spanOn(day, from, to)
export const bare = { site: null, note: '' }

export type PlannedCentre = TestHouse & {
  people: PersonId[]
  boss: PersonId
  team: TeamId
  as(person: PersonId, role?: RoleName): Actor
  hear(): Promise<void>
  plan(of?: { first_day?: string; days?: number }): Promise<Plan>
  add(plan: PlanId, person: PersonId | null, shift: { starts_at: string; ends_at: string; note?: string }): Promise<PlannedShift>
  move(plan: PlanId, move: MoveWish, by?: PersonId): Promise<Moved>
  publish(plan: PlanId): Promise<void>
  shifts(plan: PlanId): Promise<PlannedShift[]>
}

/** The first leads the team; the others are agents of it. */
export async function testCentre(count = 3): Promise<PlannedCentre> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const ids: PersonId[] = []
  for (let n = 0; n < count + 1; n++)
    ids.push((await house.work((work) => staff.addPerson(work, { name: n === 0 ? 'Dominique Roux' : `Agent ${n}`, email: `p${n}-${unique}@centre.example`, language: 'fr', roles: [n === 0 ? 'floor_manager' : 'agent'] }))).id)
  const [boss = ids[0]!, ...people] = ids
  const team = (await house.work((work) => staff.addTeam(work, { name: 'Service', manager_id: boss }))).id
  for (const person of people) await house.work((work) => staff.joinTeam(work, { team, person }))
  const centre: PlannedCentre = {
    ...house,
    people,
    boss,
    team,
    as: (id, role) => ({ kind: 'person', id, permissions: new Set<string>(role ? roles[role].permissions : permissionNames), scope: { teams: null, brands: null } }),
    hear: async () => {
      const tail = await startTail(house.open, readers)
      await tail.settled()
      await tail.stop()
    },
    plan: ({ first_day = MONDAY, days = 7 } = {}) =>
      house.work((work) => beginPlan(work, { name: 'Semaine', first_day, days, interval_min: 15, teams: [team], people: [] }), centre.as(boss)),
    add: async (plan, person, shift) => (await centre.move(plan, { do: 'add', person, ...bare, ...shift })).shifts[0]!,
    move: (plan, move, by = boss) => house.work((work) => makeMove(work, { id: plan, move }), centre.as(by)),
    publish: async (id) => {
      const { version } = await house.work((work) => showPlan(work, { id }), centre.as(boss))
      await house.work((work) => publishPlan(work, { id, version, note: '' }), centre.as(boss))
    },
    shifts: async (id) => (await house.work((work) => showBoard(work, { id, days: 28, limit: 500 }), centre.as(boss))).shifts,
  }
  return centre
} // prettier-ignore
