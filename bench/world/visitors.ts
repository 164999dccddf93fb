// Many visitors in one process, each at the widget's own socket. They come, some speak at a steady pace, one may stop reading; all of them
// look at the clock.
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { newToken } from '#base/id'
import type { Answer, Frame } from '#channels/contract'
import { castOf, chatOf } from '#demo'
import { percentile } from '../figures.ts'
import { answerWith } from './apart.ts'

type Question = {
  come?: { port: number; key: string; origin: string; visitors: number }
  say?: { per_second: number; count: number; speakers: number }
  stopReading?: number
  alive?: true
}
export type Spoken = { p50: number; p95: number; worst: number; lost: number }

// What the customers of the demonstration say, in the same order every time.
const cast = castOf(1)
const lines = Array.from({ length: 100 }, (_, number) => chatOf(1, number, cast)).flatMap(({ opens, replies }) => [
  ...opens,
  ...replies,
])

const sockets: WebSocket[] = []
const taken = new Map<string, (at: number) => void>()
const PATIENCE_MILLISECONDS = 20_000
const AT_ONCE = 50

answerWith(async ({ come, say, stopReading, alive }: Question) => {
  if (come)
    for (let left = come.visitors; left > 0; left -= AT_ONCE)
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, left) }, () => enter(come)))
  if (stopReading) for (const socket of sockets.slice(0, stopReading)) socket.pause()
  if (alive) return { open: sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length }
  return say ? await speak(say) : {}
})

async function enter({ port, key, origin }: NonNullable<Question['come']>): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/widget/${key}/socket`, {
    headers: { origin },
    perMessageDeflate: false,
  })
  sockets.push(socket)
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => {
      const visit = `vs_${key.split('_')[1]}_${newToken()}`
      tell(socket, { hello: { visit, identity: null, seen: 0, language: 'fr', page: `${origin}/` } })
    })
    socket.on('message', (data) => {
      const answer = JSON.parse((data as Buffer).toString()) as Answer // our own server speaks
      if ('welcome' in answer) resolve()
      if ('took' in answer) taken.get(answer.took.id)?.(now())
      if ('refused' in answer) reject(new Error(answer.refused.code))
    })
  })
}

const tell = (socket: WebSocket, frame: Frame): void => socket.send(JSON.stringify(frame))
const now = (): number => performance.timeOrigin + performance.now()

async function speak({ per_second, count, speakers }: NonNullable<Question['say']>): Promise<Spoken> {
  const delays: number[] = []
  const began = now()
  const spoken = Array.from({ length: count }, async (_, i) => {
    await until(began + (i / per_second) * 1_000)
    const at = now()
    const id = randomUUID()
    const took = new Promise<number | null>((resolve) => {
      taken.set(id, resolve)
      setTimeout(() => resolve(null), PATIENCE_MILLISECONDS).unref()
    })
    tell(sockets[sockets.length - 1 - (i % speakers)]!, {
      say: { id, text: lines[i % lines.length]!, files: [] },
    })
    const heard = await took
    taken.delete(id)
    if (heard !== null) delays.push(heard - at)
  })
  await Promise.all(spoken)
  return {
    p50: percentile(delays, 0.5),
    p95: percentile(delays, 0.95),
    worst: percentile(delays, 1),
    lost: count - delays.length,
  }
}

const until = async (at: number): Promise<void> => {
  const wait = at - now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
