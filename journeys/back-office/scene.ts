// A real house on real sockets, on a clock that the test turns: mail comes in by SMTP, letters leave through a relay.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import PostalMime from 'postal-mime'
import { handClock } from '#base/clock'
import { readConfig } from '#base/config'
import { openHouse } from '../../src/server/house.ts'
import { firstHouse } from '../../src/server/first-house.ts'
import { serve } from '../../src/server/serve.ts'
import { freePort } from '../world/guichet.ts'
import { openRelayWorld, type FakeRelay } from '../world/relay.ts'

export const HOUSE = 'contact@maison.example'
export type Letter = {
  to: string
  subject: string
  text: string
  replyTo: string
  messageId: string
  references: string
  files: string[]
  link: string
}
export type BackOffice = {
  url: string
  relay: FakeRelay
  clock: ReturnType<typeof handClock>
  director: string
  mail(letter: SendMailOptions): Promise<void>
  settled(): Promise<void>
  call<Answer>(method: string, place: string, body?: object): Promise<Answer>
  refused(method: string, place: string, body?: object): Promise<string>
  letters(to: string): Promise<Letter[]>
  page(place: string, fields?: Record<string, string>): Promise<{ status: number; text: string; to: string; headers: Headers }>
  leave(): void // from now on a program asks, whose key lasts
  close(): Promise<void>
}

export async function openBackOffice(start: string): Promise<BackOffice> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guichet-back-office-'))
  const relay = await openRelayWorld()
  const smtp = await freePort()
  const config = readConfig({
    GUICHET_DATA: folder,
    GUICHET_PORT: '0',
    GUICHET_SMTP_PORT: String(smtp),
    GUICHET_RELAY: `smtp://127.0.0.1:${relay.port}`,
    GUICHET_URL: 'http://guichet.example',
    GUICHET_LOG: process.env['GUICHET_LOG'] ?? 'silent',
  })
  const opened = await openHouse(config)
  const clock = handClock(start)
  const house = { ...opened, open: { ...opened.open, clock } }
  const first = await firstHouse(house.open)
  const serving = await serve(house, config)
  const url = serving.here
  const { cookie, id } = await signIn(url, first.link?.split('#')[1] ?? '')
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtp, secure: false, ignoreTLS: true })
  const person = { 'x-guichet-csrf': '1', origin: 'http://guichet.example', cookie }
  let program: Record<string, string> | null = null // a session sleeps after twelve hours, and the clock is turned by days
  const ask = (method: string, place: string, body?: object) =>
    fetch(url + place, {
      method, headers: { 'content-type': 'application/json', ...(program ?? person) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }) // prettier-ignore
  const office: BackOffice = {
    url, relay, clock, director: id,
    mail: async (letter) => void (await transport.sendMail({ to: HOUSE, ...letter })),
    settled: () => serving.settled(),
    call: async <Answer>(method: string, place: string, body?: object) => {
      const answer = await ask(method, place, body)
      const told = answer.status === 204 ? null : await answer.json()
      assert.ok(answer.ok, `${method} ${place}: ${answer.status} ${JSON.stringify(told)}`)
      return told as Answer // who asks names the shape that the contract promises
    },
    refused: async (method, place, body) => ((await (await ask(method, place, body)).json()) as { code: string }).code, // problem+json
    letters: async (to) => await Promise.all(relay.mails.filter((each) => each.to.includes(to)).map(({ text }) => read(text))),
    page: async (place, fields) => {
      const sent = fields ? { method: 'POST', body: new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin', 'accept-language': 'fr' } } : { headers: { 'accept-language': 'fr' } }
      const answer = await fetch(url + place, { ...sent, redirect: 'manual' })
      return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '', headers: answer.headers }
    },
    leave: () => {},
    close: async () => {
      await serving.stop()
      await opened.close()
      await relay.close()
      await rm(folder, { recursive: true, force: true })
    },
  } // prettier-ignore
  await office.call('PUT', '/api/v1/first-run', {
    person: 'Inès Fournier', email: 'ines@maison.example', centre: 'Maison Durand', colour: '#0e6063', language: 'fr', address: HOUSE,
  }) // prettier-ignore
  const { secret } = await office.call<{ secret: string }>('POST', '/api/v1/keys', {
    role: 'director',
    name: 'journey',
    days: 365,
  })
  office.leave = () => void (program = { authorization: `Bearer ${secret}` })
  return office
}

async function read(raw: string): Promise<Letter> {
  const mail = await PostalMime.parse(raw)
  const text = (mail.text ?? '').replaceAll('\r\n', '\n')
  return {
    to: mail.to?.[0]?.address ?? '', subject: mail.subject ?? '', text, replyTo: mail.replyTo?.[0]?.address ?? '', messageId: mail.messageId ?? '',
    references: mail.references ?? '', files: mail.attachments.map(({ filename }) => filename ?? ''), link: /http:\/\/guichet\.example(\/t\/[a-z0-9_]+)/.exec(text)?.[1] ?? '',
  } // prettier-ignore
}

async function signIn(url: string, token: string): Promise<{ id: string; cookie: string }> {
  const answer = await fetch(`${url}/api/v1/session/link`, {
    method: 'POST', headers: { 'content-type': 'application/json', 'x-guichet-csrf': '1', origin: 'http://guichet.example' }, body: JSON.stringify({ token }),
  }) // prettier-ignore
  const { person } = (await answer.json()) as { person: { id: string } } // the contract of the endpoint
  return { id: person.id, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
}
