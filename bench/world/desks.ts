// Many desks in one process, each with a live line of its own; all they do is listen and look at the clock.
import { WebSocket } from 'ws'
import { percentile } from '../figures.ts'
import { answerWith } from './apart.ts'

type Question = { open?: { port: number; key: string; desks: number }; since?: number; collect?: number }
export type Heard = { p50: number; p95: number; worst: number; missed: number }

const sockets: WebSocket[] = []
const heard: Set<string>[] = []
const delays: number[] = []
let counted_from = Infinity
const PATIENCE_MILLISECONDS = 15_000

answerWith(async ({ open, since, collect = 0 }: Question) => {
  if (since !== undefined) return ((counted_from = since), {})
  if (open) return await Promise.all(Array.from({ length: open.desks }, (_, n) => listen(open, n))).then(() => ({}))
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end && heard.some((each) => each.size < collect);)
    await new Promise((resolve) => setTimeout(resolve, 50))
  const missed = heard.reduce((sum, each) => sum + collect - each.size, 0)
  return { p50: percentile(delays, 0.5), p95: percentile(delays, 0.95), worst: percentile(delays, 1), missed } satisfies Heard
})

function listen({ port, key }: { port: number; key: string }, n: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, {
    headers: { authorization: `Bearer ${key}` },
    perMessageDeflate: false,
  })
  sockets.push(socket)
  heard[n] = new Set()
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send('{"after":null}'))
    socket.on('message', (data) => {
      resolve()
      for (const message of messagesIn((data as Buffer).toString())) {
        if (message.at < counted_from) continue
        heard[n]!.add(message.id)
        delays.push(performance.timeOrigin + performance.now() - message.at)
      }
    })
  })
}

type Event = { name?: string; at: string; payload?: { interaction_id: string } }
const read = new Map<string, { id: string; at: number }[]>()

// All desks are told the same words, so they are read once.
function messagesIn(text: string): { id: string; at: number }[] {
  const known = read.get(text)
  if (known) return known
  const said = JSON.parse(text) as Event | Event[] // our own server speaks
  const found = (Array.isArray(said) ? said : [said])
    .filter(({ name }) => name === 'message.received')
    .map(({ at, payload }) => ({ id: payload!.interaction_id, at: Date.parse(at) }))
  if (read.size > 2_000) read.clear()
  read.set(text, found)
  return found
}
