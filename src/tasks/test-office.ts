// A small centre with a back office, for tests: Anna answers for the cases, Bruno works beside her, Carla and Denis are the legal team, Emile is
// asked by name, and none of the three reads cases. Legal works from 9 to 12 on weekdays, the door from 9 to 18, in Paris.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import { roles, type RoleName } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { setTeamDesk } from './team-desks.ts'

export type TestOffice = TestHouse & {
  anna: PersonId
  bruno: PersonId
  carla: PersonId
  denis: PersonId
  emile: PersonId
  legal: TeamId
  brand: string
  as(person: PersonId): Actor
  arrive(words?: string): Promise<CaseId>
}

const weekdays = (opens: number, closes: number) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: opens * 60, closes_minute: closes * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function testOffice(start = '2026-11-20T09:00:00Z'): Promise<TestOffice> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const roleOf = new Map<PersonId, RoleName>()
  const add = async (name: string, role: RoleName): Promise<PersonId> => {
    const { id } = await house.work((work) =>
      staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: [role] }),
    )
    roleOf.set(id, role)
    return id
  }
  const [anna, bruno] = [await add('Anna', 'agent'), await add('Bruno', 'agent')]
  const [carla, denis, emile] = [
    await add('Carla', 'back_office'),
    await add('Denis', 'back_office'),
    await add('Emile', 'back_office'),
  ]
  const hours = (name: string, weekly: ReturnType<typeof weekdays>) =>
    house.work((work) =>
      calendars.addCalendar(work, { name, zone: 'Europe/Paris', weekly, exceptions: [], holidays: 'FR', good_friday: false }),
    )
  const { id: office } = await hours('Heures de bureau', weekdays(9, 18))
  const { id: mornings } = await hours('Matinées', weekdays(9, 12))
  const { id: legal } = await house.work((work) => staff.addTeam(work, { name: 'Juridique', manager_id: bruno }))
  for (const person of [carla, denis]) await house.work((work) => staff.joinTeam(work, { team: legal, person }))
  await house.work((work) => setTeamDesk(work, { team: legal, calendar: mornings, minutes: 120 }))
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id: office, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  return {
    ...house, anna, bruno, carla, denis, emile, legal, brand,
    as: (id) => ({ kind: 'person', id, permissions: roles[roleOf.get(id) ?? 'agent'].permissions, scope: { teams: null, brands: null } }),
    arrive: async (text = 'Où en est ma commande ?') =>
      (await house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, text, visible_text: text }))).case,
  } // prettier-ignore
}

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Parameters<typeof cases.receive>[1]> // prettier-ignore
