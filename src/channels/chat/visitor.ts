// A visitor as a program: connects as the widget does, says, hears, goes and comes back. For the demonstration, the bench and the tests.
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { makeToken, readToken } from '#access'
import type { Answer, Frame, Message, ToVisitor } from '../contract.ts'

export type VisitorProgram = {
  readonly secret: string
  readonly thread: Message[] // what was heard so far, in order, each message once as the wire brought it
  readonly heard: Answer[] // everything, the latest last; at most a thousand
  connect(): Promise<ToVisitor['welcome']>
  say(text: string, wish?: { id?: string; files?: string[] }): Promise<ToVisitor['took']>
  send(frame: Frame): void
  /** The next answer of that name, or the one heard already since `from` answers. */
  next<Name extends keyof ToVisitor>(name: Name, by?: (said: ToVisitor[Name]) => boolean, from?: number): Promise<ToVisitor[Name]>
  /** The line is cut, as when a laptop is shut. */
  cut(): void
  close(): Promise<void>
}
type Wish = {
  url: string
  key: string
  origin: string
  secret?: string
  identity?: string
  language?: 'fr' | 'en'
  page?: string
  headers?: Record<string, string>
}

const MOST_HEARD = 1_000
const PATIENCE_MILLISECONDS = 20_000

export function visitor(wish: Wish): VisitorProgram {
  const tenant = readToken(wish.key, 'wd_')?.tenant
  if (!tenant) throw new Error('this is no key of a widget')
  const { secret = makeToken(tenant, 'vs_').text, language = 'fr', identity = null, page = `${wish.origin}/` } = wish
  const [thread, heard]: [Message[], Answer[]] = [[], []]
  const awaited = new Set<(answer: Answer) => void>()
  let socket: WebSocket | undefined
  let seen = 0
  const hear = (answer: Answer): void => {
    heard.push(answer)
    if (heard.length > MOST_HEARD) heard.shift()
    if ('welcome' in answer) for (const message of answer.welcome.thread) place(message)
    if ('message' in answer) place(answer.message)
    if ('took' in answer) seen = Math.max(seen, answer.took.seq)
    for (const listener of awaited) listener(answer)
  }
  const place = (message: Message): void => {
    thread.push(message)
    seen = Math.max(seen, message.seq)
  }
  const next: VisitorProgram['next'] = (name, by = () => true, from = heard.length) => {
    const match = (answer: Answer) =>
      name in answer && by(answer[name as keyof Answer]) ? (answer[name as keyof Answer] as ToVisitor[typeof name]) : undefined // its own name was just found
    return new Promise((resolve, reject) => {
      const before = heard.slice(from).find((answer) => match(answer))
      if (before) return resolve(match(before)!)
      const timer = setTimeout(
        () => end(() => reject(new Error(`no ${name} was heard; the last: ${JSON.stringify(heard.at(-1))}`))),
        PATIENCE_MILLISECONDS,
      )
      const end = (then: () => void): void => {
        clearTimeout(timer)
        awaited.delete(listener)
        then()
      }
      const listener = (answer: Answer): void => {
        const found = match(answer)
        if (found) end(() => resolve(found))
      }
      awaited.add(listener)
    })
  }
  const send = (frame: Frame): void => socket!.send(JSON.stringify(frame))
  return {
    secret, thread, heard, next, send,
    connect: async () => {
      const address = `${wish.url.replace(/^http/, 'ws')}/api/widget/${wish.key}/socket`
      socket = new WebSocket(address, { headers: { origin: wish.origin, ...wish.headers }, perMessageDeflate: false })
      socket.on('message', (data) => hear(JSON.parse((data as Buffer).toString()) as Answer)) // our own server speaks
      await new Promise((resolve, reject) => socket!.once('open', resolve).once('error', reject).once('unexpected-response', (_, response) => reject(new Error(`refused with ${response.statusCode}`)))) // prettier-ignore
      socket.on('error', () => {})
      const welcome = next('welcome')
      send({ hello: { visit: secret, identity, seen, language, page } })
      return await welcome
    },
    say: async (text, { id = randomUUID(), files = [] } = {}) => {
      const took = next('took', (said) => said.id === id)
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
