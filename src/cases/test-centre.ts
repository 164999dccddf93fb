// A small centre for tests: a director, two agents, one brand with one mail door, and arrivals.
import * as brands from '#brands'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Arrival, Filed } from './contract.ts'
import { receive } from './receive.ts'

export type Centre = TestHouse & {
  anna: PersonId
  bruno: PersonId
  chloe: PersonId
  brand: string
  door: string
  as(person: PersonId): Actor
  arrive(wish?: Partial<Arrival>): Promise<Filed>
}

export async function testCentre(): Promise<Centre> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(
      async (work) =>
        (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id,
    )
  const [anna, bruno, chloe] = [await add('Anna'), await add('Bruno'), await add('Chloe')]
  const brand = (await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))).id
  const door = (
    await house.work((work) =>
      brands.addEntryPoint(work, {
        brand_id: brand,
        kind: 'email',
        name: 'Courrier',
        duty_person_id: anna,
        address: `contact-${unique}@atelier.example`,
      }),
    )
  ).id
  return {
    ...house, anna, bruno, chloe, brand, door,
    as: (person) => ({ kind: 'person', id: person, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }),
    arrive: (wish) => house.work((work) => receive(work, { ...arrival(door), ...wish })),
  } // prettier-ignore
}

let count = 0
const arrival = (entry_point: string): Arrival => ({
  source: `test:${++count}`, channel: 'email', entry_point, kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: 'Camille Martin', address: 'camille@client.example' }, identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [],
  more_recipients: 0, answer_to: [], subject: 'Ma commande', text: 'Où en est ma commande ?', visible_text: 'Où en est ma commande ?', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
}) // prettier-ignore
