// The connection test of the post office page: every hop to a mailbox, how long it took, and what is wrong in plain words.
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import { secretOf } from './connect.ts'
import { askForTls, encrypt, hearGreeting, reach } from './knock.ts'
import { openLine } from './line.ts'
import { usualPatience, type MailboxSettings, type Patience } from './mailbox.ts'
import { mishap, mishapOf, Trouble, type Mishap } from './mishap.ts'

export type HopName = 'resolve' | 'connect' | 'tls' | 'greeting' | 'login' | 'folder' | 'capabilities' | 'messages'
export type Hop = {
  name: HopName
  state: 'passed' | 'failed' | 'skipped' // skipped: comes after the one that failed, or does not apply
  milliseconds: number
  detail: string | null
  sentence: Mishap | null
}
export type Probe = { ok: boolean; server: string; hops: Hop[]; folders: string[] }

type Step = () => Promise<string | null> // what was learned; null: does not apply
type Walk = { steps: [HopName, Step][]; folders: string[]; end(): void }

// Somebody is waiting in front of the screen.
const PROBE_PATIENCE: Patience = { ...usualPatience, answer: 10_000, connect: 10_000 }
const AT_MOST = 60_000
const MOST_FOLDERS = 200

/** Walks to the mailbox and back, read-only, without fetching anything. Never throws: what is wrong is in the hops. */
export async function probeMailbox(mailbox: MailboxSettings, patience: Partial<Patience> = {}): Promise<Probe> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(AT_MOST)])
  const walk = walkTo(mailbox, { patience: { ...PROBE_PATIENCE, ...patience }, signal })
  const hops: Hop[] = []
  try {
    for (const [name, step] of walk.steps) {
      const failed = hops.some(({ state }) => state === 'failed')
      hops.push(failed ? { name, state: 'skipped', milliseconds: 0, detail: null, sentence: null } : await timed(name, step))
    }
  } finally {
    walk.end()
    stop.abort()
  }
  return {
    ok: hops.every(({ state }) => state !== 'failed'),
    server: `${mailbox.host}:${mailbox.port}`,
    hops,
    folders: walk.folders,
  }
}

async function timed(name: HopName, step: Step): Promise<Hop> {
  const began = performance.now()
  const milliseconds = () => Math.round(performance.now() - began)
  try {
    const detail = await step()
    return { name, state: detail === null ? 'skipped' : 'passed', milliseconds: milliseconds(), detail, sentence: null }
  } catch (error) {
    return { name, state: 'failed', milliseconds: milliseconds(), detail: null, sentence: mishapOf(error, []) }
  }
}

type Means = { patience: Patience; signal: AbortSignal }

function walkTo(mailbox: MailboxSettings, means: Means): Walk {
  const first = firstSteps(mailbox, means)
  const second = insideSteps(mailbox, means)
  const encrypted: [HopName, Step][] = [['tls', () => first.tls()], ['greeting', () => first.greeting()]] // prettier-ignore
  const steps: [HopName, Step][] = [
    ['resolve', () => first.resolve()],
    ['connect', () => first.connect()],
    ...(mailbox.security === 'starttls' ? encrypted.toReversed() : encrypted),
    ['login', () => second.login()],
    ['folder', () => second.folder()],
    ['capabilities', () => second.capabilities()],
    ['messages', () => second.messages()],
  ]
  const end = () => {
    first.end()
    second.end()
  }
  return { steps, folders: second.folders, end }
}

function firstSteps(mailbox: MailboxSettings, { patience: { connect: patience } }: Means) {
  let addresses: string[] = []
  let socket: Socket | undefined
  const there = (): Socket => {
    if (!socket) throw new Error('a hop before connecting')
    return socket
  }
  const hold = (next: Socket) => (socket = next).on('error', () => {}) // heard by whoever waits; afterwards it does not matter
  return {
    async resolve() {
      addresses = await namesOf(mailbox.host, patience)
      return addresses.join(', ')
    },
    async connect() {
      const tries = await Promise.allSettled(addresses.slice(0, 4).map((address) => reach(mailbox, address, patience)))
      const open = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
      open.slice(1).forEach((extra) => extra.destroy())
      const [failed] = tries.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []))
      if (!open[0]) throw failed
      hold(open[0])
      return `${there().remoteAddress}:${mailbox.port}`
    },
    async tls() {
      if (mailbox.security === 'none') return null
      if (mailbox.security === 'starttls') await askForTls(there(), patience)
      const { socket: secured, detail } = await encrypt(there(), mailbox, patience)
      hold(secured)
      return detail
    },
    greeting: () => hearGreeting(there(), patience),
    end: () => void socket?.destroy(),
  }
}

async function namesOf(host: string, patience: number): Promise<string[]> {
  const late = AbortSignal.timeout(patience)
  const tooLate = once(late, 'abort').then(() => Promise.reject(new Trouble(mishap('host-unknown'))))
  return (await Promise.race([lookup(host, { all: true }), tooLate])).map(({ address }) => address)
}

// From here on by the client that fetches the mail, on a connection of its own: what passes here will pass there.
function insideSteps(mailbox: MailboxSettings, { patience, signal }: Means) {
  let line: ReturnType<typeof openLine> | undefined
  const folders: string[] = []
  const inside = () => {
    if (!line) throw new Error('a hop before signing in')
    return line
  }
  const asked = async <Answer>(question: (line: ReturnType<typeof openLine>) => Promise<Answer>): Promise<Answer> => {
    try {
      return await inside().ask(question(inside()))
    } catch (error) {
      throw inside().troubleFrom(error)
    }
  }
  return {
    folders,
    async login() {
      line = openLine({ mailbox, patience, signal, readOnly: true, secret: await secretOf(mailbox, { renew: false, signal }) })
      await asked(({ client }) => client.connect())
      return mailbox.user
    },
    async folder() {
      folders.push(...(await asked(({ client }) => client.list())).slice(0, MOST_FOLDERS).map(({ path }) => path))
      const folder = await asked(({ client }) => client.mailboxOpen(mailbox.folder, { readOnly: true }))
      if (!(Number(folder.uidValidity ?? 0) > 0)) throw new Trouble(mishap('folder-unsuitable'))
      return folder.path
    },
    capabilities: () => Promise.resolve([...inside().client.capabilities.keys()].join(' ')),
    messages: () => Promise.resolve(String((inside().client.mailbox || { exists: 0 }).exists)),
    end: () => line?.close(),
  }
}
