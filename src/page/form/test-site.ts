// A small centre with a published form, its pages served as the house serves them, on a port of its own: for tests.
import { randomBytes } from 'node:crypto'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { createTenant } from '#access'
import * as brands from '#brands'
import * as channels from '#channels'
import * as staff from '#staff'
import { definitionShape, type DefinitionGiven, type FormId, type FormReception, type FormStart } from '#channels/contract'
import { newId } from '#base/id'
import { makeSeal } from '#base/seal'
import { tenantEventsAfter } from '#base/store/journal'
import { testHouse, type TestHouse } from '#base/test-database'
import { inWork, system } from '#base/work'
import { servePages } from '../serve.ts'

export type Site = TestHouse & {
  url: string
  person: string
  brand: string
  form: FormId
  key: string
  reception(): Promise<FormReception>
  send(body: object, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}
type Wish = { start?: FormStart; draft?: DefinitionGiven }

export async function openSite({ start = 'contact', draft }: Wish = {}): Promise<Site> {
  const house = await newHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const { id: person } = await house.work((work) =>
    staff.addPerson(work, { name: 'Anna Roux', email: `anna-${unique}@centre.example`, language: 'fr', roles: ['agent'] }),
  )
  const { id: brand } = await house.work((work) => brands.addBrand(work, { name: 'Atelier', colour: '#0b7285' }))
  const { id: form, key } = await house.work((work) =>
    channels.addForm(work, {
      brand_id: brand,
      name: 'Nous écrire',
      duty_person_id: person,
      start,
      draft: draft && definitionShape.parse(draft),
    }),
  )
  await house.work((work) => channels.publishForm(work, { id: form, version: 1 }))
  const app = Fastify({ trustProxy: 'loopback', bodyLimit: 2_000_000 })
  void app.register(multipart)
  servePages(app, { ...house.open, seal: makeSeal(randomBytes(32)), url: '' })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...house, url, person, brand, form, key,
    reception: async () => (await (await fetch(`${url}/api/form/${key}`)).json()) as FormReception, // our own contract
    send: (body, headers = {}) =>
      fetch(`${url}/api/form/${key}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
    close: () => app.close(),
  } // prettier-ignore
}

// What is refused is written on the trail of a house that exists.
async function newHouse(): Promise<TestHouse> {
  const house = await testHouse()
  const { id: tenant } = await createTenant(house.open, { name: 'Atelier' })
  const work: TestHouse['work'] = (body, actor = system('test')) => inWork(house.open, { tenant, actor }, body)
  const heard: TestHouse['heard'] = async (kind) => {
    const events = await work((each) => tenantEventsAfter(each.sql, each, { after: { xid: 0n, seq: 0 }, most: 10_000 }))
    return events.filter(({ name }) => name === kind.name).map(({ payload }) => kind.shape.parse(payload))
  }
  return { ...house, tenant, work, heard }
}

export const answers = {
  nom: 'Camille Martin', courriel: 'camille@client.example', objet: 'Ma commande', message: 'Où en est ma commande 4711 ?', consentement: 'yes',
} as const // prettier-ignore
