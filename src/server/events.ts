// The journal for other programs: a bounded page, or the same as Server-Sent Events or over a WebSocket for as long as they listen.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { can, type Door } from '#access'
import { bell } from '#base/bell'
import { isPlace, placeText, readPlace, type Event, type Place } from '#base/journal'
import { refuse, tooManyRequests } from '#base/refusal'
import { actorId, inWork, type As, type Open } from '#base/work'
import { among, mayReadInJournal, mayReadOfCase, type BrandOf } from './audience.ts'
import { recentAfter } from './recent.ts'
import { eventText } from './hub.ts'
import { overSocket, overStream, type Listener } from './listeners.ts'
import type { Sockets } from './sockets.ts'

const place = z.string().refine((text) => text === '' || isPlace(text), 'must be the `next` of a page or the `seq` of an event')
const input = z.object({
  after: place.optional(),
  case: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
const LOOK_MILLISECONDS = 1_000
const MOST_STREAMS = 200
const MOST_STREAMS_OF_ONE = 20
const MOST_PAGES = 20 // looked through for one answer, where few of the events are theirs

type Page = { read: Place | null; heard: Event[] } // how far we read, and what of it is theirs
type Served = Open & { door: Door; sockets: Sockets; brandOf: BrandOf }

export function serveEvents(app: FastifyInstance, served: Served): void {
  const streaming: string[] = []
  const listeners = new Set<Listener>()
  app.addHook('preClose', async () => {
    for (const listener of listeners) listener.end() // a stream that stays open would keep the server from stopping
  })
  app.get('/api/v1/events', async (request, reply) => {
    const as = await served.door.admit(request, 'journal.read')
    const asked = input.parse(request.query)
    if (!served.sockets.asked(request) && !String(request.headers.accept ?? '').includes('text/event-stream')) {
      const { read, heard } = await pageFor(served, as, { after: readPlace(asked.after), caseId: asked.case, most: asked.limit })
      const items = heard.map((event): unknown => JSON.parse(eventText(event)))
      return await reply.header('cache-control', 'no-store').send({ items, next: read ? placeText(read) : (asked.after ?? null) })
    }
    const who = actorId(as.actor)
    if (streaming.length >= MOST_STREAMS || streaming.filter((one) => one === who).length >= MOST_STREAMS_OF_ONE)
      throw refuse(tooManyRequests, { retry_after_seconds: 60 })
    void reply.hijack()
    const from = readPlace(asked.after ?? String(request.headers['last-event-id'] ?? ''))
    const listen = async (listener: Listener): Promise<void> => {
      streaming.push(who)
      listeners.add(listener)
      await stream(listener, from, async (after) => {
        const now = await stillAdmitted(served.door, request)
        return now ? await pageFor(served, now, { after, caseId: asked.case, most: asked.limit }) : null
      }).finally(() => {
        streaming.splice(streaming.indexOf(who), 1)
        listeners.delete(listener)
      })
    }
    if (served.sockets.asked(request)) served.sockets.open(request, (socket) => void listen(overSocket(socket)))
    else await listen(overStream(reply.raw))
    return undefined
  })
}

// Rights may end while somebody listens: the door is asked again at every look.
async function stillAdmitted(door: Door, request: FastifyRequest): Promise<As | null> {
  const credential = door.credentialOf(request)
  const entered = credential ? await door.actorFor(credential) : undefined
  return entered && can(entered.actor, 'journal.read') ? entered : null
}

async function pageFor(served: Served, as: As, page: { after: Place; caseId: string | undefined; most: number }): Promise<Page> {
  const nothing = { read: null, heard: [] }
  if (page.caseId && !(await mayReadOfCase(as, page.caseId, served.brandOf))) return nothing // says no more than for a case nobody has
  let read: Place | null = null
  for (let round = 0; round < MOST_PAGES; round++) {
    const events = await inWork(served, as, (work) => recentAfter(work, { ...page, after: read ?? page.after }))
    const last = events.at(-1)
    if (last) read = { xid: last.xid, seq: last.seq }
    const heard = await among(events, (event) => mayReadInJournal(as.actor, event, served.brandOf))
    if (heard.length > 0 || events.length < page.most) return { read, heard }
  }
  return { read, heard: [] }
}

async function stream(out: Listener, from: Place, next: (after: Place) => Promise<Page | null>): Promise<void> {
  let open = true
  let wake = (): void => {}
  out.onceGone(() => {
    open = false
    wake()
  })
  const off = bell.hear(() => wake())
  for (let after = from; open;) {
    const page = await next(after).catch((): Page => ({ read: null, heard: [] })) // the database is away: asked again
    if (page === null) break
    await out.tell(page.heard)
    after = page.read ?? after
    if (page.heard.length > 0) continue
    await new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, LOOK_MILLISECONDS).unref()
    })
  }
  off()
  out.end()
}
