// Somebody's own shifts, for their calendar: /ical/<secret>.ics. Calendars ask again and again: nothing is sent where nothing changed, and each address
// is answered so often and no oftener.
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import * as scheduling from '#scheduling'
import { notFound, tooManyRequests } from '#base/refusal'
import { refuse } from '#base/work'
import type { House } from '../all.ts'

const MOST_A_MINUTE = 30
const MOST_KNOWN = 20_000

export function serveCalendars(app: FastifyInstance, house: House): void {
  const asked = new Map<string, { minute: number; times: number }>()
  const isTooOften = (token: string): boolean => {
    const minute = Math.floor(performance.now() / 60_000)
    const known = asked.get(token)
    const times = known?.minute === minute ? known.times + 1 : 1
    asked.delete(token) // the map keeps the order of use
    asked.set(token, { minute, times })
    if (asked.size > MOST_KNOWN) asked.delete(asked.keys().next().value!) // it is not empty
    return times > MOST_A_MINUTE
  }
  app.get<{ Params: { token: string } }>('/ical/:token.ics', async (request, reply) => {
    const { token } = request.params
    if (isTooOften(createHash('sha256').update(token).digest('base64')))
      throw refuse(tooManyRequests, { retry_after_seconds: 60 })
    const calendar = await scheduling.readFeed(house, token)
    if (calendar === null) throw refuse(notFound, {})
    const etag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 22)}"`
    void reply.header('etag', etag).header('cache-control', 'private, max-age=300').header('referrer-policy', 'no-referrer')
    if (request.headers['if-none-match']?.split(',').some((each) => each.trim().replace(/^W\//, '') === etag))
      return await reply.code(304).send()
    return await reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="guichet.ics"')
      .header('x-robots-tag', 'noindex')
      .send(calendar)
  })
}
