// A small centre for tests: two agents, a door open from Monday to Friday from 9 to 18 in Paris, and a case in which a customer waits.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames, type Permission } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { CaseId } from '#cases/contract'

export type TestDesk = TestHouse & {
  anna: PersonId
  bruno: PersonId
  brand: string
  as(person: PersonId, less?: readonly Permission[], brands?: readonly string[]): Actor
  ask(words?: string): Promise<CaseId>
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function testDesk(start = '2026-11-20T09:00:00Z'): Promise<TestDesk> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno] = [await add('Anna'), await add('Bruno')]
  const { id: calendar_id } = await house.work((work) =>
    calendars.addCalendar(work, { name: 'Heures de bureau', zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR', good_friday: false }),
  ) // prettier-ignore
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  const ask = async (text = 'Où en est ma commande ?'): Promise<CaseId> =>
    (await house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, text, visible_text: text }))).case // prettier-ignore
  return { ...house, anna, bruno, brand: brand_id, as: agent, ask }
}

const agent: TestDesk['as'] = (id, less = [], of) => ({
  kind: 'person', id, permissions: new Set(permissionNames.filter((name) => !less.includes(name))), scope: { teams: null, brands: of ?? null },
}) // prettier-ignore

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Parameters<typeof cases.receive>[1]> // prettier-ignore
