// A small shop for tests of this room: one agent, two brands with a mail door each, customers who wrote.
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { BrandId } from '#brands/contract'
import type { Arrival, CaseId, Filed } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import type { DeedId } from './contract.ts'
import { act, type Act, type Done } from './act.ts'
import { linkFor, type LinkWish } from './link-for.ts'
import { throughLink } from './open-link.ts'
import { requestOf, showRequest, type RequestHere } from './requests.ts'

export type Visit = TestHouse & {
  sofia: PersonId
  karim: PersonId
  brand: BrandId
  other: BrandId
  as(person: PersonId): Actor
  write(from: string, wish?: Partial<Arrival>): Promise<Filed & { customer: CustomerId }>
  writeTo(brand: BrandId, from: string): Promise<Filed & { customer: CustomerId }>
  link(of: Filed, wish?: Partial<LinkWish>): Promise<string>
  see(token: string, number?: number): Promise<RequestHere>
  does(token: string, wish: Partial<Act>): Promise<Done>
  answer(of: CaseId, text: string, to?: string): Promise<unknown>
}

export async function testVisit(): Promise<Visit> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const person = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${unique}-${name.split(' ')[0]}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [sofia, karim] = [await person('Sofia Martin'), await person('Karim Benali')]
  const doors = new Map<BrandId, string>()
  const brand = async (name: string): Promise<BrandId> => {
    const { id } = await house.work((work) => brands.addBrand(work, { name }))
    const door = {
      brand_id: id,
      kind: 'email',
      name: 'Courrier',
      duty_person_id: sofia,
      address: `${unique}-${name.toLowerCase()}@shop.example`,
    } as const
    doors.set(id, (await house.work((work) => brands.addEntryPoint(work, door))).id)
    return id
  }
  const [ours, other] = [await brand('Atelier'), await brand('Voisin')]
  const as = (who: PersonId): Actor => ({
    kind: 'person',
    id: who,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  })
  const write = async (from: string, wish: Partial<Arrival> = {}) => {
    house.clock.advance({ seconds: 1 })
    const filed = await house.work((work) => cases.receive(work, { ...arrival(doors.get(ours)!, from), ...wish })) // made above
    return { ...filed, customer: filed.customer as CustomerId } // whoever has an address has a record
  }
  const pass = async (token: string, number?: number): Promise<RequestHere> =>
    await throughLink(house.open, token, async (work, link) => await showRequest(work, link, await requestOf(work, link, number)))
  return {
    ...house, sofia, karim, brand: ours, other, as, write,
    writeTo: (at, from) => write(from, { entry_point: doors.get(at)! }), // made above
    link: async (of, wish) => {
      const about = { scope: 'customer', customer: of.customer as CustomerId, case: of.case, brand: ours, made_for: 'mail', ...wish } as LinkWish // tests wish for sensible ones
      return (await house.work((work) => linkFor(work, about))).path.replace('/r/', '')
    },
    see: pass,
    does: (token, wish) =>
      throughLink(house.open, token, (work, link) =>
        act(work, link, { did: 'wrote', once: newId<'page_deed'>(house.clock.now()) as DeedId, number: undefined, text: '', files: [], language: 'fr', ...wish }), // an id is an id
      ),
    answer: async (of, text, to) => {
      house.clock.advance({ seconds: 1 })
      await house.work((work) => cases.reply(work, { id: of, text, cc: [], uploads: [], undo_seconds: 0, close: false, ...(to ? { to: [{ name: '', address: to }] } : {}) }), as(sofia)) // prettier-ignore
    },
  } // prettier-ignore
}

let count = 0
const arrival = (entry_point: string, from: string): Arrival => ({
  source: `visit:${++count}`, channel: 'email', entry_point, kind: 'message', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), sent_at: null,
  from: { name: from.split('@')[0]!, address: from }, identity: { kind: 'email', value: from }, to: [], cc: [], more_recipients: 0, answer_to: [],
  subject: `Demande de ${from}`, text: `Bonjour de ${from}`, visible_text: `Bonjour de ${from}`, html: null, language: 'fr', original_file: null, attachments: [],
  marks: { authentication: { verdict: 'pass', fr: '', en: '' } }, answers: null, trusted: true,
}) // prettier-ignore
