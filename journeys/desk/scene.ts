// A real house on real sockets, and a real browser in front of it: mail comes in by SMTP, answers leave through a relay.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { readConfig } from '#base/config'
import { openBrowser } from '#base/test-browser'
import { openHouse, type House } from '../../src/server/house.ts'
import { firstHouse } from '../../src/server/first-house.ts'
import { serve, type Serving } from '../../src/server/serve.ts'
import { freePort } from '../world/guichet.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'

export const HOUSE = 'contact@maison.example'
export type Desk = {
  url: string
  relay: FakeRelay
  director: string // person id
  mail(letter: SendMailOptions): Promise<void>
  settled(): Promise<void>
  call<Answer>(method: string, path: string, body?: object): Promise<Answer>
  colleague(name: string): Promise<Colleague>
  sit(who: Colleague | 'director', look?: BrowserContextOptions): Promise<Seat>
  close(): Promise<void>
}
export type Colleague = { id: string; cookie: string }
export type Seat = { page: Page; context: BrowserContext; complaints: string[] }

export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-desk-journey-'))
  const relay = await openRelayWorld()
  const smtp = await freePort()
  const config = readConfig({
    GUICHET_DATA: folder,
    GUICHET_PORT: '0',
    GUICHET_SMTP_PORT: String(smtp),
    GUICHET_RELAY: `smtp://127.0.0.1:${relay.port}`,
    GUICHET_LOG: 'silent',
  })
  const house = await openHouse(config)
  const first = await firstHouse(house.open)
  const serving = await serve(house, config)
  const browser = await openBrowser()
  return await furnish({ folder, relay, smtp, house, serving, browser, token: first.link?.split('#')[1] ?? '' })
}

type Built = { folder: string; relay: FakeRelay; smtp: number; house: House; serving: Serving; browser: Browser; token: string }

async function furnish({ folder, relay, smtp, house, serving, browser, token }: Built): Promise<Desk> {
  const { url } = serving
  const director = await signIn(url, token)
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtp, secure: false, ignoreTLS: true })
  const call = <Answer>(method: string, place: string, body?: object) =>
    ask<Answer>(url, { method, place, body, cookie: director.cookie })
  await call('PUT', '/api/v1/first-run', {
    person: 'Inès Fournier',
    email: 'ines@maison.example',
    centre: 'Maison Durand',
    colour: '#0e6063',
    language: 'fr',
    address: HOUSE,
  })
  return {
    url,
    relay,
    director: director.id,
    mail: async (letter) => void (await transport.sendMail({ to: HOUSE, ...letter })),
    settled: () => serving.settled(),
    call,
    colleague: async (name) => {
      const email = `${name.split(' ')[0]?.normalize('NFD').replace(/\W/g, '').toLowerCase()}@maison.example`
      const { id } = await call<{ id: string }>('POST', '/api/v1/staff', { name, email, roles: ['agent'] })
      const link = await call<{ path: string }>('POST', `/api/v1/accounts/${id}/links`, {})
      return await signIn(url, link.path.split('#')[1] ?? '')
    },
    sit: (who, look) => sit(browser, { url, cookie: who === 'director' ? director.cookie : who.cookie, look }),
    close: async () => {
      await browser.close()
      await serving.stop()
      await house.close()
      await relay.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function sit(
  browser: Browser,
  { url, cookie, look = {} }: { url: string; cookie: string; look: BrowserContextOptions | undefined },
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'fr-FR',
    reducedMotion: 'reduce',
    ...look,
  })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on(
    'console',
    (message) =>
      message.type() === 'error' &&
      !/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/.test(message.text()) &&
      complaints.push(message.text()),
  )
  await page.goto(`${url}/desk/`)
  return { page, context, complaints }
}

/** What is sent from this seat can be taken back for a minute: a slow machine has not pressed the button when six seconds are over. */
export const unhurried = ({ page }: Seat) =>
  page.route('**/replies', (route) =>
    route.continue({ postData: { ...(route.request().postDataJSON() as object), undo_seconds: 60 } }),
  ) // what the desk sends is an object

/** Two keys that mean one thing, so close that no machine is too slow to see it. */
export const together = ({ page }: Pick<Seat, 'page'>, ...keys: readonly [string, string]) =>
  Promise.all(keys.map((key) => page.keyboard.press(key)))

type Asked = { method: string; place: string; body?: object | undefined; cookie: string }

async function ask<Answer>(url: string, { method, place, body, cookie }: Asked): Promise<Answer> {
  const answer = await fetch(url + place, {
    method,
    headers: { 'content-type': 'application/json', 'x-guichet-csrf': '1', origin: url, cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const told = await answer.json()
  assert.ok(answer.ok, `${method} ${place}: ${answer.status} ${JSON.stringify(told)}`)
  return told as Answer // who asks names the shape that the contract promises
}

async function signIn(url: string, token: string): Promise<Colleague> {
  const answer = await fetch(`${url}/api/v1/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-guichet-csrf': '1', origin: url },
    body: JSON.stringify({ token }),
  })
  const { person } = (await answer.json()) as { person: { id: string } } // the contract of the endpoint
  return { id: person.id, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}
