// The journal for other programs: a bounded page, or the same as Server-Sent Events for as long as they listen.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { allow, type Door } from '#access'
import { bell } from '#base/bell'
import { placeText, readPlace, type Event, type Place } from '#base/journal'
import { inWork, type As, type Open } from '#base/work'
import { recentAfter } from './recent.ts'
import { eventText } from './hub.ts'

const input = z.object({ after: z.string().max(60).optional(), case: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(500).default(100) })
const LOOK_MILLISECONDS = 1_000

export function serveEvents(app: FastifyInstance, served: Open & { door: Door }): void {
  app.get('/api/v1/events', async (request, reply) => {
    const as = await served.door.admit(request, 'journal.read')
    const asked = input.parse(request.query)
    const read = (after: Place): Promise<Event[]> =>
      inWork(served, as, async (work) => {
        allow(work, 'journal.read')
        return await recentAfter(work, { after, caseId: asked.case, most: asked.limit })
      })
    if (!String(request.headers.accept ?? '').includes('text/event-stream')) {
      const events = await read(readPlace(asked.after))
      const items = events.map((event): unknown => JSON.parse(eventText(event)))
      return { items, next: events.length > 0 ? placeText(events.at(-1)!) : (asked.after ?? null) }
    }
    void reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    await stream(reply.raw, { from: readPlace(asked.after ?? String(request.headers['last-event-id'] ?? '')), read, as })
    return undefined
  })
}

type Streaming = { from: Place; read: (after: Place) => Promise<Event[]>; as: As }

async function stream(out: NodeJS.WritableStream & { once(event: 'close', listener: () => void): unknown }, { from, read }: Streaming): Promise<void> {
  let open = true
  let wake = (): void => {}
  out.once('close', () => {
    open = false
    wake()
  })
  const off = bell.hear(() => wake())
  for (let after = from; open; ) {
    const events = await read(after).catch((): Event[] => [])
    for (const event of events) out.write(`id: ${placeText(event)}\ndata: ${eventText(event)}\n\n`)
    after = events.at(-1) ?? after
    if (events.length > 0) continue
    out.write(':\n\n')
    await new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, LOOK_MILLISECONDS).unref()
    })
  }
  off()
  out.end()
}
