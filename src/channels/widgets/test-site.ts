// A brand with opening hours, a chat widget on its site, and the gate before it: for tests.
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import * as access from '#access'
import * as brands from '#brands'
import * as calendars from '#calendars'
import * as staff from '#staff'
import { permissionNames, type Permission } from '#access/contract'
import type { Actor, PersonId, TenantId } from '#base/contract'
import { answerErrors } from '#base/http'
import { newId, newToken } from '#base/id'
import { makeSeal } from '#base/seal'
import { testHouse } from '#base/test-database'
import { inWork, Refused, system, type Open, type Work } from '#base/work'
import type { BrandId } from '#brands/contract'
import type { CalendarId } from '#calendars/contract'
import { newWidget, type Widget } from '../contract.ts'
import { addWidget } from './add.ts'
import type { Admitted, Caller, Gate, LineOf } from './gate.ts'
import { openGate } from './open-gate.ts'
import { serveWidgets } from './serve.ts'

export const site = { url: 'https://guichet.example' }
export const seal = makeSeal(Buffer.alloc(32, 3))
export const ORIGIN = 'https://www.atelier.example'

export type TestSite = {
  open: Open
  clock: Awaited<ReturnType<typeof testHouse>>['clock']
  tenant: TenantId
  brand: BrandId
  calendar: CalendarId
  anna: PersonId
  widget: Widget
  gate: Gate
  app: FastifyInstance
  work: <Result>(body: (work: Work) => Promise<Result>, actor?: Actor) => Promise<Result>
  caller: (more?: Partial<Caller>) => Caller
  admitted: (more?: Partial<Caller>) => Promise<Admitted>
  trail: () => Promise<{ what: string; code: string; count: number; address: string | null; about: string | null }[]>
}

const usual = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens_minute: 540, closes_minute: 750 },
  { weekday, opens_minute: 840, closes_minute: 1080 },
])

export async function testSite(more: { start?: string; line?: LineOf; wish?: object } = {}): Promise<TestSite> {
  const { open, clock } = await testHouse(more.start ?? '2026-11-20T09:00:00Z') // a Friday, ten o'clock in Paris
  const { id: tenant } = await access.createTenant(open, { name: 'Atelier' })
  const work: TestSite['work'] = (body, actor = system('test')) => inWork(open, { tenant, actor }, body)
  const { anna, brand, calendar } = await furnished(work, clock.now())
  const wish = newWidget.parse({ brand_id: brand, origins: [ORIGIN], ...more.wish })
  const widget = await work((w) => addWidget(site)(w, wish))
  const gate = openGate(open, { ...site, seal, ...(more.line ? { line: more.line } : {}) })
  const caller: TestSite['caller'] = (given = {}) => ({ key: widget.key, origin: ORIGIN, address: '192.0.2.7', ...given })
  return {
    open, clock, tenant, brand, calendar, anna, widget, gate, work, caller, app: await served(open, gate),
    admitted: (given) => gate.admit(caller(given)),
    trail: () => trailOf(open, work),
  } // prettier-ignore
}

async function furnished(work: TestSite['work'], now: Temporal.Instant) {
  const anna = (await work((w) => staff.addPerson(w, { name: 'Anna Roux', email: `anna-${newId(now)}@atelier.example`, language: 'fr', roles: ['agent'] }))).id // prettier-ignore
  const brand = (await work((w) => brands.addBrand(w, { name: 'Atelier' }))).id
  const calendar = (await work((w) => calendars.addCalendar(w, { name: 'Bureau', weekly: usual }))).id
  const mail = { brand_id: brand, kind: 'email' as const, name: 'Courrier', duty_person_id: anna, calendar_id: calendar }
  await work((w) => brands.addEntryPoint(w, { ...mail, address: `contact-${newId(now)}@atelier.example` }))
  return { anna, brand, calendar }
}

async function served(open: Open, gate: Gate): Promise<FastifyInstance> {
  const app = Fastify({ trustProxy: 'loopback' })
  answerErrors(app)
  await app.register(multipart)
  serveWidgets(app, { ...open, gate })
  await app.ready()
  return app
}

async function trailOf(open: Open, work: TestSite['work']) {
  await access.settleRefusals(open)
  const { items } = await work((w) => access.readAudit(w, { limit: 200 }))
  return items.map(({ what, details, address, about }) => ({ what, code: typeof details.code === 'string' ? details.code : '', count: Number(details.count ?? 0), address, about })) // prettier-ignore
}

export const codeOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'taken',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error as Error)),
  )

export const visitSecret = (tenant: TenantId): string => `vs_${tenant.replaceAll('-', '')}_${newToken()}`

export const person = (id: PersonId, may: { permissions?: readonly Permission[]; brands?: readonly string[] } = {}): Actor => ({
  kind: 'person',
  id,
  permissions: new Set(may.permissions ?? permissionNames),
  scope: { teams: null, brands: may.brands ?? null },
})
