// A small shop whose customers have pages, served as the house serves them, on a port of its own: for tests.
import { randomBytes } from 'node:crypto'
import multipart from '@fastify/multipart'
import Fastify from 'fastify'
import { createTenant } from '#access'
import * as brands from '#brands'
import * as cases from '#cases'
import * as portal from '#portal'
import * as staff from '#staff'
import { newId } from '#base/id'
import { makeSeal } from '#base/seal'
import { testHouse, type TestHouse } from '#base/test-database'
import { inWork, system } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CaseId, Filed } from '#cases/contract'
import type { CustomerId } from '#customers/contract'
import { answerErrors } from '#base/http'
import { servePages } from '../serve.ts'

export type Shop = TestHouse & {
  url: string
  ask(subject: string, from?: string): Promise<Filed>
  page(of: Filed, scope?: 'customer' | 'case'): Promise<string>
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>
  post(
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string; to: string }>
  request(id: CaseId): Promise<cases.RequestFacts>
  close: () => Promise<void>
}

export async function openShop(name = 'Atelier', staffName = 'Sofia Martin'): Promise<Shop> {
  const built = await testHouse()
  const { id: tenant } = await createTenant(built.open, { name: 'Atelier' })
  const work: TestHouse['work'] = (body, actor = system('test')) => inWork(built.open, { tenant, actor }, body)
  const unique = newId(built.clock.now()).slice(-12)
  const person = { name: staffName, email: `sofia-${unique}@centre.example`, language: 'fr', roles: ['agent'] } as const
  const { id: sofia } = await work((each) => staff.addPerson(each, person))
  const { id: brand } = await work((each) => brands.addBrand(each, { name, colour: '#0b7285' }))
  const door = {
    brand_id: brand,
    kind: 'email',
    name: 'Courrier',
    duty_person_id: sofia,
    address: `${unique}@shop.example`,
  } as const
  const { id: entry } = await work((each) => brands.addEntryPoint(each, door))
  // a refused upload leaves its line half read: nobody waits for it at the end
  const app = Fastify({ trustProxy: 'loopback', bodyLimit: 2_000_000, forceCloseConnections: true })
  answerErrors(app)
  void app.register(multipart)
  servePages(app, { ...built.open, seal: makeSeal(randomBytes(32)), url: '' })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  let count = 0
  return {
    ...built, tenant, work, url,
    ask: async (subject, from = 'lea@client.example') => {
      built.clock.advance({ seconds: 1 })
      return await work((each) => cases.receive(each, {
        source: `shop:${++count}`, channel: 'email', entry_point: entry, kind: 'message', at: each.now, sent_at: null, from: { name: 'Léa', address: from },
        identity: { kind: 'email', value: from }, to: [], cc: [], more_recipients: 0, answer_to: [], subject, text: subject, visible_text: subject, html: null,
        language: 'fr', original_file: null, attachments: [], marks: {}, answers: null, trusted: true,
      }))
    },
    page: async (of, scope = 'customer') => {
      const about = { scope, customer: of.customer as CustomerId, case: of.case, brand: brand as BrandId, made_for: 'mail' } as const // whoever wrote has a record
      return (await work((each) => portal.linkFor(each, about))).path
    },
    get: async (path, headers = {}) => {
      const answer = await fetch(url + path, { headers, redirect: 'manual' })
      return { status: answer.status, text: await answer.text(), headers: answer.headers }
    },
    post: async (path, fields, headers = {}) => {
      const answer = await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
    },
    request: async (id) => (await work((each) => cases.request(each, id)))!, // one just made
    close: () => app.close(),
  } // prettier-ignore
}

/** The hidden fields of the form that does something, as the page gives them out. */
export function formOf(page: string, did: string): { action: string; fields: Record<string, string> } {
  const form = [...page.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].find(([, , body]) =>
    body?.includes(`name="did" value="${did}"`),
  )
  const fields = [...(form?.[2] ?? '').matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(([, name, value]) => [
    name!,
    value!,
  ]) // three groups
  return { action: (form?.[1] ?? '').replaceAll('&amp;', '&'), fields: Object.fromEntries(fields) as Record<string, string> }
}
