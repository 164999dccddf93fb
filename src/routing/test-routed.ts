// A small centre that routes, for tests: people of a team who are there, one brand with one mail door, rules in force; the reader and the timers of
// routing as the server runs them.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { startJobs } from '#base/jobs'
import { startTail } from '#base/journal'
import { system } from '#base/work'
import { testHouse, type TestHouse } from '#base/test-database'
import type { Arrival, CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import { itemFactsShape, type Item, type Offered, type QueueInput, type RulebookInput } from './contract.ts'
import { rulebookShape } from './contract.ts'
import { addItem } from './add-item.ts'
import { readers } from './listen.ts'
import { listMyOffers } from './my-offers.ts'
import { makeVersion } from './rulebook/make-version.ts'
import { workers } from './timers.ts'

export type Routed = TestHouse & {
  people: PersonId[]
  team: TeamId
  brand: string
  door: string
  as(person: PersonId): Actor
  hear(): Promise<void>
  pass(seconds: number): Promise<void> // and the timers ring
  here(person: PersonId, state?: 'available' | 'offline'): Promise<void>
  publish(queues: readonly QueueInput[], more?: Partial<RulebookInput>): Promise<void>
  call(wish?: { title?: string; case_id?: CaseId; queue?: string; channel?: 'phone' | 'email' }): Promise<Item>
  openCase(): Promise<CaseId>
  offersOf(person: PersonId): Promise<Offered[]>
}

export const CALLS: QueueInput = {
  key: 'calls',
  name: 'Appels',
  offer: { rings_s: 20, away_after: null, declined_for_s: 60 },
  wrap_up: { most_s: 0 },
}

export async function testRouted(count = 2, queues: readonly QueueInput[] = [CALLS]): Promise<Routed> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const people: PersonId[] = []
  for (let n = 0; n < count; n++)
    people.push((await house.work((work) => staff.addPerson(work, { name: `Agent ${n}`, email: `agent-${n}-${unique}@centre.example`, language: 'fr', roles: ['agent'] }))).id)
  const team = (await house.work((work) => staff.addTeam(work, { name: 'Service', manager_id: people[0]! }))).id
  for (const person of people.slice(1)) await house.work((work) => staff.joinTeam(work, { team, person }))
  const brand = (await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))).id
  const door = (await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: people[0]!, address: `contact-${unique}@atelier.example` }))).id
  const routed: Routed = {
    ...house, people, team, brand, door,
    as: (id) => ({ kind: 'person', id, permissions: new Set(permissionNames), scope: { teams: null, brands: null } }),
    hear: async () => {
      const tail = await startTail(house.open, readers)
      await tail.settled()
      await tail.stop()
    },
    pass: async (seconds) => {
      house.clock.advance({ seconds })
      const jobs = startJobs(house.open, workers)
      for (let look = 0; look < 3; look++) await jobs.settled()
      await jobs.stop()
    },
    here: async (person, state = 'available') => {
      await house.work((work) => staff.setPresence(work, { person, state }), system('test'))
      await routed.hear()
    },
    publish: async (of, more = {}) => {
      await house.work((work) => makeVersion(work, { title: 'Essai', in_force: true, document: rulebookShape.parse({ queues: of, ...more }) }))
      await routed.hear()
    },
    call: ({ title = 'Appel', case_id, queue, channel = 'phone' } = {}) =>
      house.work((work) => addItem(work, { title, case_id: case_id ?? null, queue, facts: itemFactsShape.parse({ channel, brand }), due_at: null, keeps_place_of: null })),
    openCase: async () => (await house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${newId(work.now)}`, entry_point: door, at: work.now }))).case,
    offersOf: async (person) => (await house.work((work) => listMyOffers(work), routed.as(person))).items,
  }
  for (const person of people) await house.work((work) => staff.setPresence(work, { person, state: 'available' }))
  if (queues.length > 0) await routed.publish(queues)
  return routed
} // prettier-ignore

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', text: 'Où en est ma commande ?',
  visible_text: 'Où en est ma commande ?', html: null, language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} satisfies Partial<Arrival> // prettier-ignore
