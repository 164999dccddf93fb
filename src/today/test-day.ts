// A small centre for tests: three agents of one team, a manager, a door open from Monday to Friday from 9 to 18 in Paris, customers who write.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as commitments from '#commitments'
import * as staff from '#staff'
import { permissionNames, roles, type RoleName } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startTail } from '#base/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Arrival, CaseId, Filed } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { unhappy } from './listen.ts'

export type TestDay = TestHouse & {
  anna: PersonId
  bruno: PersonId
  chloe: PersonId
  boss: PersonId
  team: TeamId
  as(person: PersonId): Actor
  role(person: PersonId, name: RoleName, teams?: readonly string[]): Actor
  write(text: string, wish?: Partial<Arrival>): Promise<Filed>
  promised(of: CaseId, hours: number, what?: string): Promise<string>
  heardAll(): Promise<void>
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function testDay(start = '2026-11-20T09:00:00Z'): Promise<TestDay> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno, chloe, boss] = [await add('Anna'), await add('Bruno'), await add('Chloe'), await add('Boss')]
  const { id: team } = await house.work((work) => staff.addTeam(work, { name: 'Lille', manager_id: boss }))
  for (const person of [anna, bruno, chloe]) await house.work((work) => staff.joinTeam(work, { team, person }))
  const { id: calendar_id } = await house.work((work) =>
    calendars.addCalendar(work, { name: 'Heures', zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR', good_friday: false }),
  ) // prettier-ignore
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  return {
    ...house, anna, bruno, chloe, boss, team,
    as: (id) => ({ kind: 'person', id, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }),
    role: (id, name, teams) => ({ kind: 'person', id, permissions: roles[name].permissions, scope: { teams: teams ?? null, brands: null } }),
    write: (text, wish) =>
      house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, text, visible_text: text, ...wish })),
    promised: (of, hours, what = 'Vous rappeler') =>
      house.work(async (work) => (await commitments.promise(work, { case: of, what, due: { at: work.now.add({ hours }).toString() } })).id),
    heardAll: async () => {
      const tail = await startTail(house.open, [...commitments.readers, unhappy])
      await tail.settled()
      await tail.stop()
    },
  } // prettier-ignore
}

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Arrival> // prettier-ignore
