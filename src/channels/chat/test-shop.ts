// A shop with a widget on its site, served on a real database and real sockets, by as many servers as a test asks for.
import { once } from 'node:events'
import { ServerResponse, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { TestContext } from 'node:test'
import fastify from 'fastify'
import { SMTPServer } from 'smtp-server'
import { WebSocketServer, type WebSocket } from 'ws'
import * as brands from '#brands'
import * as cases from '#cases'
import * as staff from '#staff'
import { permissionNames } from '#access/contract'
import type { Actor, PersonId } from '#base/contract'
import { answerErrors } from '#base/http'
import { hashToken, newId } from '#base/id'
import { startJobs } from '#base/jobs'
import { startTail } from '#base/journal'
import { makeSeal } from '#base/seal'
import { testHouse, type TestHouse } from '#base/test-database'
import type { EntryPointId } from '#brands/contract'
import type { CaseId, ConversationId } from '#cases/contract'
import type { WidgetSettings } from '../contract.ts'
import { sender } from '../email/send.ts'
import { openRelay } from '../email/sending/deliver.ts'
import { outgoingMail } from '../listen.ts'
import { addWidget } from '../widgets/add.ts'
import { openGate } from '../widgets/open-gate.ts'
import { openHub, type ChatHub } from './hub.ts'
import { lineOf } from './line-of.ts'
import { conversations } from './listen.ts'
import { unreadMailer } from './mail-unread.ts'
import { serveChat } from './serve.ts'
import { findVisitBySecret } from './store/visit.ts'
import { visitor, type VisitorProgram } from './visitor.ts'

export const SITE = 'https://www.atelier.example'
const HERE = 'http://localhost:4000'
const seal = makeSeal(Buffer.alloc(32, 7))

export type Server = { url: string; hub: ChatHub; settled(): Promise<void>; stop(): Promise<void> }
export type Shop = TestHouse & {
  key: string
  anna: PersonId
  bruno: PersonId
  as(person: PersonId): Actor
  mails: string[]
  serve(wish?: { mail: boolean }): Promise<Server>
  visitor(at: Server, wish?: { secret?: string; language?: 'fr' | 'en' }): VisitorProgram
  answer(to: { case: CaseId; conversation: ConversationId }, text: string, by?: PersonId): Promise<void>
  chatOf(program: VisitorProgram): Promise<{ case: CaseId; conversation: ConversationId }>
}

export async function openShop(t: TestContext, settings: Partial<WidgetSettings> = {}): Promise<Shop> {
  const house = await testHouse()
  const unique = newId(house.clock.now()).slice(-12)
  const add = (name: string): Promise<PersonId> =>
    house.work(
      async (work) =>
        (
          await staff.addPerson(work, {
            name,
            email: `${name.split(' ')[0]}-${unique}@centre.example`,
            language: 'fr',
            roles: ['agent'],
          })
        ).id,
    )
  const [anna, bruno] = [await add('Anna Petit'), await add('Bruno Roy')]
  const brand = (await house.work((work) => brands.addBrand(work, { name: 'Atelier' }))).id
  const address = `contact-${unique}@atelier.example`
  await house.work((work) =>
    brands.addEntryPoint(work, { brand_id: brand, kind: 'email', name: 'Courrier', duty_person_id: anna, address }),
  )
  const widget = await house.work((work) =>
    addWidget({ url: 'http://localhost:4000' } as never)(work, {
      brand_id: brand,
      origins: [SITE],
      new_per_minute: 1_000,
      ...settings,
    }),
  )
  const relay = await openMailbox(t, unique)
  const as = (person: PersonId): Actor => ({
    kind: 'person',
    id: person,
    permissions: new Set(permissionNames),
    scope: { teams: null, brands: null },
  })
  return {
    ...house, key: widget.key, anna, bruno, as, mails: relay.mails,
    serve: (wish = { mail: true }) => serveOne(t, house, wish.mail ? relay.address : null),
    visitor: ({ url }, wish = {}) => visitor({ url, key: widget.key, origin: SITE, ...wish }),
    answer: async (to, text, by = anna) =>
      void (await house.work((work) => cases.reply(work, { id: to.case, conversation: to.conversation, text, cc: [], uploads: [], undo_seconds: 0, close: false }), as(by))),
    chatOf: (program) => house.work(async (work) => {
      const found = await findVisitBySecret(work, { entry_point: widget.entry_point as EntryPointId, hash: hashToken(program.secret) })
      return { case: found!.case_id, conversation: found!.conversation_id }
    }),
  } // prettier-ignore
}

// Other tests of this process leave mails to send as well, and any server of theirs or ours carries them: only the shop's own are counted.
async function openMailbox(t: TestContext, shop: string): Promise<{ mails: string[]; address: string }> {
  const mails: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 100,
    onData: (stream, _, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const mail = Buffer.concat(pieces).toString()
        if (mail.includes(shop)) mails.push(mail)
        done()
      })
    },
  })
  server.on('error', () => {})
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { mails, address: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

async function serveOne(t: TestContext, house: TestHouse, relayAddress: string | null): Promise<Server> {
  const gate = openGate(house.open, { seal, url: HERE, line: lineOf })
  const hub = openHub(house.open, gate)
  const app = fastify()
  answerErrors(app)
  serveChat(app, { gate, chats: hub, sockets: socketsOf(app) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const relay = relayAddress === null ? null : openRelay(relayAddress) // null: nobody carries mail, until another server does
  const tail = await startTail(house.open, [outgoingMail, conversations], (events) => {
    gate.watch(events)
    hub.watch(events)
  })
  const jobs = startJobs(
    house.open,
    relay ? [unreadMailer, sender(relay, { open: (sealed) => seal.open(sealed), url: HERE })] : [unreadMailer],
  )
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> =>
    (stopped ??= (async () => {
      hub.close()
      await app.close()
      await jobs.stop()
      await tail.stop()
      await relay?.close()
    })())
  t.after(stop)
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    hub,
    settled: async () => {
      for (let round = 0; round < 4; round++) {
        await tail.settled()
        await jobs.settled() // a look that was under way when the clock was moved saw the old time
      }
      await tail.settled()
    },
    stop,
  }
}

// As the server's own: an upgrade is a request of its route first.
function socketsOf(app: ReturnType<typeof fastify>): Parameters<typeof serveChat>[1]['sockets'] {
  const upgrades = new WeakMap<object, { socket: never; head: Buffer }>()
  const server = new WebSocketServer({ noServer: true, maxPayload: 16_384, perMessageDeflate: false })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades.set(request, { socket: socket as never, head })
    const answer = new ServerResponse(request)
    answer.assignSocket(socket as never)
    answer.shouldKeepAlive = false
    answer.once('finish', () => socket.end())
    app.routing(request, answer)
  })
  app.addHook('preClose', async () => {
    for (const socket of server.clients) socket.terminate()
  })
  return {
    asked: ({ raw }) => upgrades.has(raw),
    open: ({ raw }, welcome: (socket: WebSocket) => void) => {
      const upgrade = upgrades.get(raw)!
      server.handleUpgrade(raw, upgrade.socket, upgrade.head, welcome)
    },
  }
}
