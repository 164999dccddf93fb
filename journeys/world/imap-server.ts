// A scripted IMAP4rev1 server on a real socket (RFC 3501, IDLE 2177, UIDPLUS 4315, MOVE 6851, SASL PLAIN / XOAUTH2 / OAUTHBEARER):
// the world outside for tests and fault journeys. It never lies unless told to, and records every command that changes a message.
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer, TLSSocket } from 'node:tls'
import { setTimeout as wait } from 'node:timers/promises'
import { EventEmitter } from 'node:events'
import { faultPlan, type Fault, type FaultPlan, type Mischief } from './imap-faults.ts'
import { newFolder, putIn, renumber, takeFrom, type Delivery, type Folder, type Mutation } from './imap-mailbox.ts'
import { execute, news, type Account, type Answer, type Asked, type Premises, type Session } from './imap-session.ts'
import { signIn } from './imap-sign-in.ts'
import { lineReader, type LineReader } from './imap-lines.ts'
import { wordsOf } from './imap-words.ts'

export type { Fault, Mischief, Mutation }
export type ImapServerOptions = {
  accounts?: Account[]
  without?: readonly string[] // capabilities it does not have: 'IDLE', 'MOVE', 'UIDPLUS' …
  tls?: { key: string; cert: string } // TLS from the first byte
  starttls?: { key: string; cert: string } // TLS once asked for
  pushes?: boolean // false: says nothing during IDLE
}
type Client = { socket: Socket; session: Session; number: number; idling: boolean }

const CAPABILITIES =
  'IMAP4rev1 LITERAL+ SASL-IR ID NAMESPACE ENABLE IDLE UIDPLUS MOVE AUTH=PLAIN AUTH=XOAUTH2 AUTH=OAUTHBEARER'.split(' ')

export type ImapServer = Awaited<ReturnType<typeof startImapServer>>

export async function startImapServer(options: ImapServerOptions = {}) {
  let uidValidity = 1000
  const events = new EventEmitter()
  const mutations: Mutation[] = []
  const transcript: string[] = [] // verbs and arguments as received, without what comes during sign-in
  const clients = new Set<Client>()
  const faults = faultPlan()
  const premises: Premises = {
    folders: new Map([['INBOX', newFolder('INBOX', uidValidity)]]),
    capabilities: new Set(
      [...CAPABILITIES, ...(options.starttls ? ['STARTTLS'] : [])].filter((word) => !options.without?.includes(word)),
    ),
    accounts: options.accounts ?? [{ user: 'desk@example.org', password: 'right', tokens: new Set(['good-token']) }],
    uidValidities: () => ++uidValidity,
    changed(mutation) {
      mutations.push(mutation)
      events.emit('mutation', mutation)
    },
  }
  const state = { pushes: options.pushes ?? true, connections: 0 }
  const greet = (socket: Socket) => {
    const client: Client = {
      socket,
      session: { user: null, folder: null, readOnly: true, view: [] },
      number: ++state.connections,
      idling: false,
    }
    clients.add(client)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy()) // the other side may cut at any moment: that is the point of this server
    socket.on('close', () => clients.delete(client))
    const heard = (verb: string, line: string) => {
      transcript.push(line)
      events.emit('command', { client: client.number, verb, line })
    }
    converse({ client, premises, faults, heard, starttls: options.starttls }).catch((error: unknown) =>
      events.emit('broken', error),
    )
  }
  const server: Server = options.tls ? createTlsServer(options.tls, greet) : createServer(greet)
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const folder = (name = 'INBOX'): Folder => {
    const found = premises.folders.get(name)
    if (!found) throw new Error(`the scripted server has no folder ${name}`)
    return found
  }
  const push = () => {
    for (const { socket, session, idling } of clients)
      if (idling && state.pushes) for (const line of news(session)) socket.write(`${line}\r\n`)
  }
  return {
    port: (server.address() as AddressInfo).port, // a listening TCP server always has one
    events, mutations, transcript, state, premises, folder,
    fault: (fault: Fault) => faults.add(fault),
    faults,
    makeFolder: (name: string) => void premises.folders.set(name, newFolder(name, ++uidValidity)),
    deliver(raw: string | Buffer, delivery: Delivery = {}, name = 'INBOX'): number {
      const uid = putIn(folder(name), raw, delivery)
      push()
      return uid
    },
    vanish(uids: readonly number[], name = 'INBOX') {
      takeFrom(folder(name), uids)
      push()
    },
    renumber(name = 'INBOX') {
      renumber(folder(name), ++uidValidity)
      for (const { socket } of clients) socket.destroy() // a server may only do this to folders nobody has open
    },
    say: (line: string) => clients.forEach(({ socket }) => socket.write(`* ${line}\r\n`)),
    dropAll: () => clients.forEach(({ socket }) => socket.destroy()),
    get idling() {
      return [...clients].filter((client) => client.idling).length
    },
    async close() {
      clients.forEach(({ socket }) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  } // prettier-ignore
}

type Conversation = {
  client: Client
  premises: Premises
  faults: FaultPlan
  heard(verb: string, line: string): void
  starttls: { key: string; cert: string } | undefined
}

async function converse(talk: Conversation) {
  const { client, faults } = talk
  let lines = lineReader(client.socket)
  const greeting = faults.meet({ connection: client.number, command: 0, verb: 'GREETING', line: '' })
  if (!(await before(client, '*', greeting))) return
  client.socket.write('* OK scripted server ready\r\n')
  for (let command = 1; !client.socket.destroyed; command++) {
    const line = await lines.command()
    if (line === null) return
    const [tag = '*', first = '', second = ''] = line.text.split(' ')
    const verb = (/^uid$/i.test(first) ? `UID ${second}` : first).toUpperCase()
    const rest = line.text.slice(tag.length + 1 + verb.length).trim()
    talk.heard(verb, SECRET.test(verb) ? verb : `${verb} ${rest}`.trim())
    const mischief = faults.meet({ connection: client.number, command, verb, line: rest })
    vanishNow(client, mischief)
    if (!(await before(client, tag, mischief))) continue
    if (verb === 'STARTTLS' && talk.starttls) {
      lines.release()
      client.socket.write(`${tag} OK Begin\r\n`)
      client.socket = new TLSSocket(client.socket, { isServer: true, ...talk.starttls })
      client.socket.on('error', () => client.socket.destroy())
      lines = lineReader(client.socket)
      continue
    }
    await obey(talk, { tag, lines, asked: { verb, words: wordsOf(rest, line.literals), line: rest, mischief } })
    if (verb === 'LOGOUT' || mischief.some((one) => one.kind === 'drop after ok')) client.socket.end()
  }
}

const SECRET = /^(LOGIN|AUTHENTICATE)$/

async function obey({ client, premises }: Conversation, { tag, lines, asked }: { tag: string; lines: LineReader; asked: Asked }) {
  const { socket, session } = client
  if (asked.verb === 'IDLE') return idle(client, tag, lines)
  if (SECRET.test(asked.verb)) return void socket.write(`${tag} ${await signIn({ premises, session, lines, socket }, asked)}\r\n`)
  answer(client, { tag, ...asked, ...execute(premises, session, asked) })
}

function vanishNow({ session }: Client, mischief: Mischief[]) {
  for (const one of mischief) if (one.kind === 'vanish' && session.folder) takeFrom(session.folder, one.uids)
}

/** Plays what must happen before the command is looked at; false when the command goes no further. */
async function before({ socket }: Client, tag: string, mischief: readonly Mischief[]): Promise<boolean> {
  for (const one of mischief) {
    if (one.kind === 'say') socket.write(`* ${one.text}\r\n`)
    if (one.kind === 'slow') await wait(one.milliseconds)
    if (one.kind === 'silent') return false
    if (one.kind === 'drip') return drip(socket, one.milliseconds)
    if (one.kind === 'drop') socket.destroy()
    if (one.kind === 'answer') socket.write(`${tag} ${one.status} ${one.text}\r\n`)
    if (one.kind === 'drop' || one.kind === 'answer') return false
    if (one.kind === 'bye') {
      socket.write(`* BYE ${one.text}\r\n`)
      if (!one.stay) socket.end()
      return false
    }
  }
  return true
}

async function drip(socket: Socket, milliseconds: number): Promise<false> {
  while (!socket.destroyed) {
    socket.write('* OK still working on it\r\n')
    await wait(milliseconds)
  }
  return false
}

async function idle(client: Client, tag: string, lines: LineReader) {
  client.socket.write('+ idling\r\n')
  client.idling = true
  for (const line of news(client.session)) client.socket.write(`${line}\r\n`)
  const said = await lines.line()
  client.idling = false
  if (said !== null) client.socket.write(/^done$/i.test(said) ? `${tag} OK Idled\r\n` : `${tag} BAD expected DONE\r\n`)
}

// EXPUNGE may not be told during FETCH, STORE or SEARCH by sequence number (RFC 3501 §7.4.1).
const MAY_TELL_NEWS = /^(NOOP|CHECK|UID .*|EXPUNGE|MOVE)$/

type Said = Answer & { tag: string; verb: string; mischief: Mischief[] }

function answer(client: Client, { tag, verb, data, status, mischief }: Said) {
  const { socket, session } = client
  let lines = data
  for (const one of mischief) {
    if (one.kind === 'nothing') lines = []
    if (one.kind === 'shuffle') lines = lines.toReversed()
    if (one.kind === 'garble') lines = lines.map(() => '* 1 FETCH (UID ((BODY[] "unclosed')
    if (one.kind === 'done but refused') status = `NO ${one.text}`
  }
  const told = MAY_TELL_NEWS.test(verb) ? news(session) : []
  const bytes = Buffer.concat([...lines, ...told].flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]))
  const cut = mischief.find((one) => one.kind === 'drop inside literal')
  if (cut) {
    socket.write(bytes.subarray(0, bytes.indexOf('}\r\n') + 3 + cut.after), () => socket.destroy())
    return
  }
  socket.write(bytes)
  socket.write(`${tag} ${status}\r\n`)
}
