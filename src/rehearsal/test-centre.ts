// A small centre for tests: two agents and whoever directs them, a mailbox, customers who write and customers who chat. Chats are told to the journal
// as channels tell them.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { testHouse, type TestHouse } from '#base/test-database'
import { newId } from '#base/id'
import type { Arrival, CaseId, ConversationId, Filed } from '#cases/contract'
import { chatLeft, chatOpened, chatServed } from '#channels/contract'

export type TestCentre = TestHouse & {
  anna: PersonId
  bruno: PersonId
  boss: PersonId
  door: string
  as(person: PersonId): Actor
  write(text: string, wish?: Partial<Arrival>): Promise<Filed>
  answer(filed: Filed, by: PersonId): Promise<void>
  chat(customer: string): Promise<Filed>
  serve(chat: Filed, by: PersonId): Promise<void>
  leave(chat: Filed): Promise<void>
  be(person: PersonId, state: 'available' | 'offline'): Promise<void>
}

export async function testCentre(start = '2026-11-16T08:00:00Z'): Promise<TestCentre> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno, boss] = [await add('Anna'), await add('Bruno'), await add('Boss')]
  const { id: brand_id } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id, kind: 'email', name: 'Courrier', duty_person_id: boss, address: `contact-${unique}@atelier.example` }),
  ) // prettier-ignore
  let count = 0
  const as = (id: PersonId): Actor => ({
    kind: 'person',
    id,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  })
  const write: TestCentre['write'] = (text, wish) =>
    house.work((work) => cases.receive(work, { ...ARRIVAL, source: `test:${++count}`, entry_point: door, at: work.now, text, visible_text: text, ...wish })) // prettier-ignore
  const about = (filed: Filed): { case_id: CaseId; conversation_id: ConversationId } => ({
    case_id: filed.case,
    conversation_id: filed.conversation,
  })
  return {
    ...house, anna, bruno, boss, door, as, write,
    answer: async (filed, by) => void (await house.work((work) => cases.reply(work, { id: filed.case, text: 'Voilà.', cc: [], uploads: [], undo_seconds: 0, close: false }), as(by))),
    chat: async (customer) => {
      const filed = await write('Bonjour', { channel: 'chat', from: { name: customer, address: '' }, identity: { kind: 'email', value: `${customer}-${unique}@client.example` } })
      await house.work(async (work) => work.publish(chatOpened, { ...about(filed), entry_point: door, owner: boss }, { case_id: filed.case }))
      return filed
    },
    serve: (chat, by) => house.work(async (work) => work.publish(chatServed, { ...about(chat), by, before: null }, { case_id: chat.case }), as(by)),
    leave: (chat) => house.work(async (work) => work.publish(chatLeft, about(chat), { case_id: chat.case })),
    be: async (person, state) => void (await house.work((work) => staff.setPresence(work, { person, state }), as(person))),
  } // prettier-ignore
}

const ARRIVAL = {
  channel: 'email', kind: 'message', sent_at: null, from: { name: 'Camille Martin', address: 'camille@client.example' },
  identity: { kind: 'email', value: 'camille@client.example' }, to: [], cc: [], more_recipients: 0, answer_to: [], subject: 'Ma commande', html: null,
  language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
} as const satisfies Partial<Arrival> // prettier-ignore
