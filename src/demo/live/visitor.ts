// A visitor of a made-up site, at the widget's own socket: says, hears, and says again what nobody confirmed.
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { Answer, Frame, Message, Reception } from '#channels/contract'
import { newToken } from '#base/id'

type Site = {
  url: string
  origin: string
  from: string // the network address they come from, as a proxy on this machine says it
  key: string
  language: 'fr' | 'en'
  identity?: string | null
  page?: string
}
export type Visitor = {
  reception: Reception
  say(text: string): Promise<number> // its place, once the server has it
  tell(frame: Frame): void
  /** The next message of ours that the visitor has not seen yet; null when the line ended or nobody wrote for so long. */
  hear(milliseconds: number): Promise<Message | null>
  leave(): void
}
const PATIENCE_MILLISECONDS = 15_000

export async function visit({
  url,
  origin,
  from,
  key,
  language,
  identity = null,
  page = `${origin}/boutique`,
}: Site): Promise<Visitor> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/widget/${key}/socket`, {
    origin,
    headers: { 'x-forwarded-for': from },
  })
  const heard = inbox()
  const taken = new Map<string, (seq: number) => void>()
  const { promise: welcomed, resolve: welcome, reject: refuse } = Promise.withResolvers<Reception>()
  socket.on('error', refuse)
  socket.on('close', () => {
    refuse(new Error('the chat was closed'))
    heard.end()
  })
  socket.on('message', (data) => {
    const answer = JSON.parse((data as Buffer).toString()) as Answer // wire.ts; whole messages are buffers
    if ('welcome' in answer) welcome(answer.welcome.reception)
    if ('took' in answer) taken.get(answer.took.id)?.(answer.took.seq)
    if ('refused' in answer && answer.refused.id === null) refuse(new Error(answer.refused.en))
    if ('message' in answer && answer.message.from === 'agent') {
      tell({ read: { seq: answer.message.seq } })
      heard.put(answer.message)
    }
  })
  const tell = (frame: Frame): void => socket.send(JSON.stringify(frame))
  socket.on('open', () => tell({ hello: { visit: visitSecret(key), identity, seen: 0, language, page } }))
  const timer = setTimeout(() => refuse(new Error('nobody opened the chat')), PATIENCE_MILLISECONDS)
  const reception = await welcomed.finally(() => clearTimeout(timer))
  return {
    reception,
    tell,
    say: async (text) => {
      const id = randomUUID()
      const { promise, resolve, reject } = Promise.withResolvers<number>()
      taken.set(id, resolve)
      const late = setTimeout(() => reject(new Error('nobody took what was said')), PATIENCE_MILLISECONDS)
      tell({ say: { id, text, files: [] } })
      return await promise.finally(() => clearTimeout(late))
    },
    hear: heard.take,
    leave: () => socket.close(),
  }
}

const visitSecret = (key: string): string => `vs_${key.split('_')[1]}_${newToken()}`

function inbox() {
  const waiting: Message[] = []
  let wake: ((message: Message | null) => void) | undefined
  let ended = false
  return {
    put: (message: Message): void => (wake ? wake(message) : void waiting.push(message)),
    end: (): void => {
      ended = true
      wake?.(null)
    },
    take: async (milliseconds: number): Promise<Message | null> => {
      const next = waiting.shift()
      if (next || ended) return next ?? null
      const { promise, resolve } = Promise.withResolvers<Message | null>()
      wake = resolve
      const timer = setTimeout(() => resolve(null), milliseconds)
      return await promise.finally(() => {
        clearTimeout(timer)
        wake = undefined
      })
    },
  }
}
