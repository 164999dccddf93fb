// The live line: WebSocket at /api/v1/live. The desk says where it was, hears what it missed, then everything as it happens.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { visitOf, type Door } from '#access'
import { placeText, readPlace } from '#base/journal'
import { isUuid } from '#base/contract'
import { log } from '#base/log'
import { upgradeNeeded } from '#base/refusal'
import { inWork, refuse, type As, type Open } from '#base/work'
import type { Attendance } from './presence.ts'
import { placeNow, recentAfter } from './recent.ts'
import { among, mayHear, type Lookups } from './audience.ts'
import { eventText, type Guest, type Hub } from './hub.ts'
import type { Sockets } from './sockets.ts'

type Line = Open & { door: Door; sockets: Sockets; hub: Hub; attendance: Attendance } & Lookups
const MOST_MISSED = 1_000
const PING_MILLISECONDS = 25_000
const MOST_UNANSWERED = 50

export function serveLive(app: FastifyInstance, line: Line): void {
  app.get('/api/v1/live', async (request, reply) => {
    const as = await line.door.admit(request, 'task.read')
    if (!line.sockets.asked(request)) {
      void reply.header('upgrade', 'websocket')
      throw refuse(upgradeNeeded, {})
    }
    void reply.hijack()
    line.sockets.open(request, (socket) => welcome(line, { socket, as, request }))
    return undefined
  })
}

function welcome(line: Line, { socket, as, request }: { socket: WebSocket; as: As; request: FastifyRequest }): void {
  const guest: Guest = {
    socket,
    wire: request.raw.socket,
    ...as,
    session: visitOf(as.actor)?.session ?? undefined,
    looking: null,
    typing: false,
  }
  const heartbeat = setInterval(() => void stillWelcome(line, guest, request), PING_MILLISECONDS)
  let unanswered = 0
  socket.on('message', (data) => {
    if (++unanswered > MOST_UNANSWERED) return socket.close(1008, 'too fast')
    hear(line, guest, (data as Buffer).toString())
      .catch((error: Error) => log.debug({ error }, 'a live line spoke nonsense'))
      .finally(() => unanswered--)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => {
    clearInterval(heartbeat)
    line.hub.leave(guest)
  })
}

// The door hears of ended rights by the journal and closes the line at once; this is for what the journal could not say (an expiry).
async function stillWelcome({ door }: Line, guest: Guest, request: FastifyRequest): Promise<void> {
  const credential = door.credentialOf(request)
  const holds = guest.session
    ? door.sessionHolds(guest.tenant, guest.session)
    : credential
      ? door.actorFor(credential).then(Boolean)
      : false
  if (await Promise.resolve(holds).catch(() => true)) guest.socket.ping() // a database that is away sends nobody off
  else guest.socket.close(4401, 'sign in again')
}

async function hear(line: Line, guest: Guest, text: string): Promise<void> {
  const said = Object(JSON.parse(text)) as { after?: string | null; looking?: string | null; typing?: boolean } // each field is looked at below
  if ('after' in said) return await resume(line, guest, typeof said.after === 'string' ? said.after : null)
  const looking =
    typeof said.looking === 'string' && isUuid(said.looking) ? said.looking : said.looking === null ? null : undefined
  line.hub.say(guest, { ...(looking === undefined ? {} : { looking }), typing: said.typing === true })
}

// Enters first, then reads what was missed: something may be heard twice, nothing is missed.
async function resume(line: Line, guest: Guest, after: string | null): Promise<void> {
  line.hub.enter(guest)
  line.attendance.arrived(guest.tenant, guest.actor)
  const place = await placeNow(line)
  if (after === null) return guest.socket.send(JSON.stringify({ seq: placeText(place) }))
  const missed = await inWork(line, guest, (work) => recentAfter(work, { after: readPlace(after), most: MOST_MISSED + 1 }))
  if (missed.length > MOST_MISSED) return guest.socket.send(JSON.stringify({ gap: true, seq: placeText(place) }))
  for (const event of await among(missed, (each) => mayHear(guest.actor, each, line))) guest.socket.send(eventText(event))
  guest.socket.send(JSON.stringify({ seq: placeText(place) }))
}
