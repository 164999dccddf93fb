// A visitor as a program: connects as the widget does, says, hears, goes and comes back. For the demonstration, the bench and the tests.
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { WebSocket } from 'ws'
import { makeToken, readToken } from '#access'
import type { Answer, Frame, Message, ToVisitor } from '../contract.ts'

type Wish = {
  url: string
  key: string
  origin: string // the site's; a widget answers no other
  secret?: string // of a conversation under way
  identity?: string | null
  language?: 'fr' | 'en'
  page?: string
  address?: string // where they come from, as a proxy on this machine says it
  patience_milliseconds?: number // how long `next` waits
}
type Next = <Name extends keyof ToVisitor>(
  name: Name,
  by?: (said: ToVisitor[Name]) => boolean,
  from?: number,
) => Promise<ToVisitor[Name]>
export type VisitorProgram = {
  readonly secret: string
  readonly thread: readonly Message[] // what was heard, in the order it was heard; what one says oneself is only taken
  readonly heard: readonly Answer[] // everything, the latest last; at most a thousand
  connect(): Promise<ToVisitor['welcome']>
  say(text: string, wish?: { id?: string; files?: string[] }): Promise<ToVisitor['took']>
  send(frame: Frame): void
  next: Next // the next answer of that name, or one heard already after the first `from` answers
  cut(): void // the line is cut, as when a laptop is shut
  close(): Promise<void>
}

const MOST_HEARD = 1_000
const PATIENCE_MILLISECONDS = 60_000

export function visitor({ url, key, origin, language = 'fr', identity, page = `${origin}/`, ...wish }: Wish): VisitorProgram {
  const tenant = readToken(key, 'wd_')?.tenant
  if (!tenant) throw new Error('this is no key of a widget')
  const secret = wish.secret ?? makeToken(tenant, 'vs_').text
  const inbox = openInbox(wish.patience_milliseconds)
  let socket: WebSocket | undefined
  const send = (frame: Frame): void => socket!.send(JSON.stringify(frame))
  return {
    secret, send, thread: inbox.thread, heard: inbox.heard, next: inbox.next,
    connect: async () => {
      socket = await opened(`${url.replace(/^http/, 'ws')}/api/widget/${key}/socket`, { origin, inbox, address: wish.address })
      const welcome = inbox.next('welcome')
      send({ hello: { visit: secret, identity: identity ?? null, seen: inbox.seen(), language, page } })
      return await welcome
    },
    say: async (text, { id = randomUUID(), files = [] } = {}) => {
      const took = inbox.next('took', (said) => said.id === id)
      send({ say: { id, text, files } })
      return await took
    },
    cut: () => socket?.terminate(),
    close: async () => {
      if (!socket || socket.readyState === WebSocket.CLOSED) return
      const gone = new Promise((resolve) => socket!.once('close', resolve))
      socket.close()
      await gone
    },
  } // prettier-ignore
}

type Line = { origin: string; inbox: Inbox; address: string | undefined }

async function opened(where: string, { origin, inbox, address }: Line): Promise<WebSocket> {
  const headers = { origin, ...(address ? { 'x-forwarded-for': address } : {}) }
  const socket = new WebSocket(where, { headers, perMessageDeflate: false })
  socket.on('message', (data) => inbox.hear(JSON.parse((data as Buffer).toString()) as Answer)) // our own server speaks
  await new Promise((resolve, reject) => {
    socket.once('open', resolve).once('error', reject)
    socket.once('unexpected-response', (_, { statusCode }: IncomingMessage) => reject(new Error(`refused with ${statusCode}`)))
  })
  socket.on('error', () => {}) // its end is heard by whoever waits for something
  socket.once('close', () => inbox.end())
  return socket
}

type Inbox = { thread: Message[]; heard: Answer[]; seen(): number; hear(answer: Answer): void; end(): void; next: Next }

function openInbox(patience_milliseconds = PATIENCE_MILLISECONDS): Inbox {
  const [thread, heard]: [Message[], Answer[]] = [[], []]
  const awaited = new Set<(answer: Answer | null) => void>()
  let seen = 0
  const next: Next = (name, by = () => true, from = heard.length) => {
    const match = (answer: Answer) => (name in answer && by(saidBy(answer, name)) ? saidBy(answer, name) : undefined)
    const { promise, resolve, reject } = Promise.withResolvers<ToVisitor[typeof name]>()
    const impatient = (): void => reject(new Error(`no ${name} was heard; the last: ${JSON.stringify(heard.at(-1))}`))
    const timer = setTimeout(impatient, patience_milliseconds).unref()
    const listen = (answer: Answer | null): void => {
      if (answer === null) return reject(new Error(`the line ended before ${name} was heard`))
      const found = match(answer)
      if (found) resolve(found)
    }
    for (const answer of heard.slice(from)) listen(answer)
    awaited.add(listen)
    return promise.finally(() => {
      clearTimeout(timer)
      awaited.delete(listen)
    })
  }
  const hear = (answer: Answer): void => {
    heard.push(answer)
    if (heard.length > MOST_HEARD) heard.shift()
    const messages = 'welcome' in answer ? answer.welcome.thread : 'message' in answer ? [answer.message] : []
    thread.push(...messages)
    seen = Math.max(seen, ...messages.map(({ seq }) => seq), 'took' in answer ? answer.took.seq : 0)
    for (const listen of awaited) listen(answer)
  }
  const end = (): void => {
    for (const listen of awaited) listen(null)
  }
  return { thread, heard, hear, end, next, seen: () => seen }
}

const saidBy = <Name extends keyof ToVisitor>(answer: Answer, name: Name): ToVisitor[Name] =>
  (answer as unknown as Record<Name, ToVisitor[Name]>)[name] // looked for by its own name
