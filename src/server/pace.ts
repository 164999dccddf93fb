// A bound on how fast anybody may ask: per address, and per key or session, whichever is reached first. Generous to programs at work, closed
// to floods. Each caller has a bucket that fills at the allowed pace and holds ten seconds of it.
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { refuse, tooManyRequests } from '#base/refusal'

type Bucket = { left: number; at: number } // at: milliseconds of a clock that only runs forward
export type Pace = { take(caller: string, now: number): number } // seconds to wait; 0: go on

const SECONDS_HELD = 10
const MOST_CALLERS = 20_000

export function makePace(perSecond: number): Pace {
  const buckets = new Map<string, Bucket>()
  const most = perSecond * SECONDS_HELD
  return {
    take: (caller, now) => {
      const { left, at } = buckets.get(caller) ?? { left: most, at: now }
      const filled = Math.min(most, left + ((now - at) * perSecond) / 1_000)
      buckets.delete(caller) // the map keeps the order of use, so the first is the longest silent
      buckets.set(caller, { left: filled < 1 ? filled : filled - 1, at: now })
      if (buckets.size > MOST_CALLERS) buckets.delete(buckets.keys().next().value!) // it is not empty
      return filled < 1 ? (1 - filled) / perSecond : 0
    },
  }
}

export function keepPace(app: FastifyInstance, perSecond: number): void {
  if (perSecond === 0) return
  const pace = makePace(perSecond)
  app.addHook('onRequest', async (request) => {
    const credential = request.headers.authorization ?? request.headers.cookie
    const callers = [request.ip, ...(credential ? [createHash('sha256').update(credential).digest('base64')] : [])]
    const wait = Math.max(...callers.map((caller) => pace.take(caller, performance.now())))
    if (wait > 0) throw refuse(tooManyRequests, { retry_after_seconds: Math.ceil(wait) })
  })
}
