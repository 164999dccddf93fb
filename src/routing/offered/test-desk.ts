// For tests of what somebody is offered: two agents, a door, letters, and offers laid straight into the cupboard.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames, roles } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { CaseId } from '#cases/contract'
import { itemFactsShape, type ItemFacts, type ItemKind, type OfferId } from '../contract.ts'
import { noSeat } from '../show-seats.ts'
import { insertItems, type ItemRow } from '../store/item.ts'
import { insertOffers } from '../store/offer.ts'
import { putSeats } from '../store/seat.ts'

type Offering = { to: PersonId; of: CaseId; kind?: ItemKind; subject_id?: string; title?: string; facts?: Partial<ItemFacts> }
export type TestDesk = TestHouse & {
  anna: PersonId
  bruno: PersonId
  as(person: PersonId): Actor
  backOffice(person: PersonId): Actor
  write(text: string, subject: string): Promise<CaseId>
  offer(offering: Offering): Promise<{ offer: OfferId }>
}

export async function testDesk(): Promise<TestDesk> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno] = [await add('Anna'), await add('Bruno')]
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: entry_point } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: anna, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  const everywhere = { teams: null, brands: null }
  let count = 0
  return {
    ...house, anna, bruno,
    as: (id) => ({ kind: 'person', id, permissions: new Set(permissionNames), scope: everywhere }),
    backOffice: (id) => ({ kind: 'person', id, permissions: roles.back_office.permissions, scope: everywhere }),
    write: async (text, subject) =>
      (await house.work((work) => cases.receive(work, { ...LETTER, source: `test:${++count}`, entry_point, at: work.now, text, visible_text: text, subject }))).case,
    offer: (offering) => house.work(async (work) => {
      const row = { ...itemOf(offering, work.now), id: newId<'item'>(work.now) }
      const offer = newId<'offer'>(work.now)
      await putSeats(work, [{ ...noSeat(work, offering.to), state: 'ready', here: true, presence: 'available', units: 100 }])
      await insertItems(work, [row])
      await insertOffers(work, [{ id: offer, item_id: row.id, person_id: offering.to, queue: row.queue, offered_at: work.now, until: null, ring_all: false, receipt_id: null, ended_at: null, ended_as: null, because: null }])
      return { offer }
    }),
  } // prettier-ignore
}

function itemOf({ of, kind = 'message', subject_id = of, title = 'Un message', facts }: Offering, now: Temporal.Instant): Omit<ItemRow, 'id'> {
  const channel = kind === 'task' ? 'task' : 'email'
  return {
    kind, channel, subject_id, case_id: of, title, facts: itemFactsShape.parse({ channel, ...facts }), queue: 'courrier', queued_at: now, rulebook: 'r', arrived_at: now,
    place_at: now, due_at: null, owner_id: null, contact_id: null, deputies: [], units: 10, most: 5, gives_way: true, state: 'offered', since: now,
    person_id: null, taken_at: null, taken_by: null, times_offered: 1, ended_at: null, ended_as: null, wrap_until: null, wrap_longer: false, wrapped_at: null,
  }
} // prettier-ignore

const LETTER = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Parameters<typeof cases.receive>[1]> // prettier-ignore
