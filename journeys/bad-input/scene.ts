// A centre with a chat, a form and a customer's page, on the real server, and a stranger who brings what should not come in.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { TestContext } from 'node:test'
import { WebSocket } from 'ws'
import * as access from '#access'
import * as brands from '#brands'
import * as staff from '#staff'
import { prove } from '#channels'
import type { Answer, FormReception, Submitted, ToVisitor } from '#channels/contract'
import { inWork, system } from '#base/work'
import { openCounter, type Visitor } from '../rights/counter.ts'

export const SITE = 'https://www.atelier.example'
export type Scene = Awaited<ReturnType<typeof openScene>>
type Made = Record<string, string>
export type Refused = { status: number; code: string; fr: string; en: string; details?: unknown }

export async function openScene(t: TestContext) {
  const counter = await openCounter(t)
  const director = await counter.someone('director')
  const callAs =
    (who: Visitor): Call =>
    async <Body>(method: string, url: string, body?: object) => {
      const answer = await counter.ask(who, { method, url, body })
      assert.ok(answer.status < 300, `${method} ${url}: ${answer.body}`)
      return JSON.parse(answer.body) as Body // as the endpoint's contract says
    }
  const call = callAs(director.visitor)
  const house = { ...counter, call, callAs, url: counter.serving.here }
  const { id: brand } = await call<Made>('POST', '/api/v1/brands', { name: 'Atelier' })
  await call('POST', '/api/v1/entry-points', { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: director.person, address: `contact@${counter.tenant}.example` }) // prettier-ignore
  const widget = await openWidget(call, brand!)
  const { id: form, key } = await call<Made>('POST', '/api/v1/forms', { brand_id: brand, name: 'Nous écrire', start: 'contact' })
  await call('PUT', `/api/v1/forms/${form}/publication`, { version: 1 })
  return { ...house, widget, form: key! }
}

type Call = <Body>(method: string, url: string, body?: object) => Promise<Body>

async function openWidget(call: Call, brand: string): Promise<{ key: string; kid: string; secret: string }> {
  const { id, key } = await call<Made>('POST', '/api/v1/widgets', { brand_id: brand, origins: [SITE], file_bytes: 50_000 })
  const { id: kid, secret } = await call<Made>('POST', `/api/v1/widgets/${id}/keys`, { name: 'Site' })
  return { key: key!, kid: kid!, secret: secret! }
}

/** Another tenant of the same server, with a widget and a key of its own. */
export async function neighbour(scene: Scene): Promise<{ key: string; kid: string; secret: string }> {
  const { id: tenant } = await access.createTenant(scene.open, { name: 'Voisin' })
  const as = { tenant: tenant, actor: system('test') }
  const { secret } = await inWork(scene.open, as, (work) => access.createKey(work, { role: 'director', name: 'k', days: 1 }))
  const call = scene.callAs({ authorization: `Bearer ${secret}` })
  const { person, brand } = await inWork(scene.open, as, async (work) => {
    const made = await staff.addPerson(work, {
      name: 'Paul',
      email: `paul@${tenant}.example`,
      language: 'fr',
      roles: ['director'],
    })
    return { person: made.id, brand: (await brands.addBrand(work, { name: 'Voisin' })).id }
  })
  await call('POST', '/api/v1/entry-points', { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: person, address: `contact@${tenant}.example` }) // prettier-ignore
  return await openWidget(call, brand)
}

// ── what is left behind ──────────────────────────────────────────────────────────────────────────────────────────────────
type Line = { details: { door: string; code: string; count: number } }

/** What the doors refused, as the audit trail tells it: "widget file.dangerous 3". */
export async function trail({ open, call }: Pick<Scene, 'open' | 'call'>): Promise<string[]> {
  await access.settleRefusals(open)
  const { items } = await call<{ items: Line[] }>('GET', '/api/v1/audit?what=door.refused&limit=200')
  return items.map(({ details: { door, code, count } }) => `${door} ${code} ${count}`).toSorted()
}

/** Everything a stranger could have made more of. */
export async function effects({ call, serving }: Pick<Scene, 'call' | 'serving'>): Promise<string> {
  await serving.settled()
  const [cases, customers, receipts] = await Promise.all(
    ['/api/v1/cases?limit=200', '/api/v1/customers?limit=200', '/api/v1/receipts'].map((url) =>
      call<{ items: { id: string }[] }>('GET', url),
    ),
  )
  const known = cases!.items.map(({ id }) => call<object>('GET', `/api/v1/cases/${id}`))
  const said = JSON.stringify(await Promise.all(known)).match(/"direction":/g)?.length ?? 0
  return JSON.stringify({ cases: cases!.items.length, said, customers: customers!.items.length, receipts })
}

// ── the doors ────────────────────────────────────────────────────────────────────────────────────────────────────────────
export type Given = { name: string; bytes: Uint8Array<ArrayBuffer> }
const fileOf = ({ name, bytes }: Given): [Blob, string] => [new Blob([bytes]), name]
const secretFor = (key: string): string => access.makeToken(access.readToken(key, 'wd_')!.tenant, 'vs_').text

export async function bringToChat({ url, widget }: Scene, given: Given): Promise<Refused> {
  const body = new FormData()
  body.append('file', ...fileOf(given))
  const headers = { origin: SITE, 'x-guichet-visit': secretFor(widget.key) }
  return await refusedBy(await fetch(`${url}/api/widget/${widget.key}/files`, { method: 'POST', body, headers }))
}

export const answers = {
  nom: 'Camille Martin', courriel: 'camille@client.example', objet: 'Ma commande', message: 'Où en est ma commande 4711 ?', consentement: 'yes',
} as const // prettier-ignore

export async function sendForm({ url, form, clock }: Scene, more: Record<string, string>, given?: Given): Promise<Response> {
  const address = `${url}/api/form/${form}`
  const { stamp, bits } = (await (await fetch(address)).json()) as FormReception // our own contract
  clock.advance({ seconds: 30 })
  const body = new FormData()
  for (const [id, value] of Object.entries({ ...answers, ...more })) body.set(`a.${id}`, value)
  body.set('stamp', stamp)
  body.set('proof', prove(stamp, bits))
  if (given) body.append('a.pieces', ...fileOf(given))
  return await fetch(address, { method: 'POST', body })
}

/** The customer's own page, reached by the link that a form gave. */
export async function pageOf(scene: Scene, more: Record<string, string> = {}): Promise<string> {
  const answer = await sendForm(scene, more)
  const sent = (await answer.json()) as Submitted // our own contract
  assert.equal(answer.status, 201, JSON.stringify(sent))
  return sent.page!
}

export async function bringToPage({ url }: Scene, page: string, { given, language }: { given: Given; language: 'fr' | 'en' }) {
  const shown = await (await fetch(`${url}${page}`)).text()
  const body = new FormData()
  for (const name of ['once', 'stamp']) body.set(name, new RegExp(`name="${name}" value="([^"]+)"`).exec(shown)![1]!)
  body.set('text', 'Voici mon document')
  body.append('files', ...fileOf(given))
  const answer = await fetch(`${url}${page}/messages?lang=${language}`, { method: 'POST', body, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}

export async function refusedBy(answer: Response): Promise<Refused> {
  const { code, fr, en, details } = (await answer.json()) as Refused // problem+json, as base/http.ts writes it
  return { status: answer.status, code, fr, en, details }
}

type Coming = { identity?: string; address?: string; text?: string; who?: string }

/** A new visitor says one thing and goes. What they were told: welcomed how, and taken or refused. */
export async function visit({ url, widget }: Scene, { identity, address = '192.0.2.7', text, who }: Coming) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/widget/${widget.key}/socket`, {
    headers: { origin: SITE, 'x-forwarded-for': address },
  })
  const heard = answersOf(socket)
  await once(socket, 'open')
  const send = (frame: object): void => socket.send(JSON.stringify(frame))
  send({ hello: { visit: secretFor(widget.key), identity: identity ?? null, seen: 0, language: 'fr', page: `${SITE}/` } })
  const welcome = (await heard('welcome')) as ToVisitor['welcome']
  if (who) send({ who: { name: who, email: '' } })
  const told = Promise.race([heard('took'), heard('refused')])
  if (text) send({ say: { id: crypto.randomUUID(), text, files: [] } })
  const answer = text ? ((await told) as Partial<ToVisitor['refused']>) : {}
  socket.close()
  await once(socket, 'close')
  return { welcome, refused: answer.code ? (answer as ToVisitor['refused']) : null }
}

function answersOf(socket: WebSocket): (name: keyof ToVisitor) => Promise<unknown> {
  return (name) =>
    new Promise((resolve) => {
      socket.on('message', (data) => {
        const answer = JSON.parse((data as Buffer).toString()) as Answer // our own server speaks
        if (name in answer) resolve(Object.values(answer)[0])
      })
    })
}
