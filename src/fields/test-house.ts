// A small house for tests: a director and an agent, one mail door with office hours, a customer who writes, and a few fields.
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as cases from '#cases'
import * as customers from '#customers'
import * as staff from '#staff'
import { permissionNames, roles } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { newId } from '#base/id'
import { testHouse, type TestHouse } from '#base/test-database'
import type { CaseId } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { addField } from './add-field.ts'
import type { Field, NewField } from './contract.ts'

export type FieldHouse = TestHouse & {
  anna: PersonId
  bruno: PersonId
  customer: CustomerId
  director: Actor
  agent: Actor
  brand: string
  begin(subject?: string): Promise<CaseId>
  field(given: Partial<NewField> & Pick<NewField, 'subject' | 'kind'>, name?: string): Promise<Field>
}

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 9 * 60, closes_minute: 18 * 60 }))

// Friday 20 November 2026, ten in the morning in Paris.
export async function fieldHouse(start = '2026-11-20T09:00:00Z'): Promise<FieldHouse> {
  const house = await testHouse(start)
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(async (work) => (await staff.addPerson(work, { name, email: `${name}-${unique}@centre.example`, language: 'fr', roles: ['agent'] })).id) // prettier-ignore
  const [anna, bruno] = [await add('Anna'), await add('Bruno')]
  const { id: calendar_id } = await house.work((work) =>
    calendars.addCalendar(work, { name: 'Bureau', zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR', good_friday: false }),
  ) // prettier-ignore
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))
  const { id: door } = await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: anna, calendar_id, address: `c-${unique}@atelier.example` }),
  ) // prettier-ignore
  const customer = await house.work((work) =>
    customers.add(work, { name: 'Camille Martin', language: 'fr', company_id: null, notes: '', identities: [] }),
  )
  const director: Actor = {
    kind: 'person',
    id: anna,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  }
  const agent: Actor = { kind: 'person', id: bruno, permissions: roles.agent.permissions, scope: { teams: null, brands: null } }
  let count = 0
  return {
    ...house, anna, bruno, brand, customer: customer.id, director, agent,
    begin: async (subject = 'Ma commande') => (await house.work((work) => cases.create(work, { subject, entry_point: door, customer: { id: customer.id }, owner: anna }), director)).id,
    field: (given, name = `Champ ${++count}`) => house.work((work) => addField(work, whole(given, name)), director),
  } // prettier-ignore
}

export const none = { fr: '', en: '' }
export const whole = (given: Partial<NewField> & Pick<NewField, 'subject' | 'kind'>, name: string): NewField => ({
  name: { fr: name, en: `${name} (en)` }, help: none, group: none, currency: null, required_at_closing: false, reasons: [], remind: null,
  options: given.kind === 'choice' || given.kind === 'choices' ? ['Bronze', 'Argent', 'Or'].map((each) => ({ name: { fr: each, en: each }, colour: 'neutral' as const })) : [],
  ...given,
}) // prettier-ignore
