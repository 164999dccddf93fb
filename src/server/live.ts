// The live line: WebSocket at /api/v1/live. The desk says where it was, hears what it missed, then everything as it happens.
import { ServerResponse, type IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { WebSocketServer, type WebSocket } from 'ws'
import { visitOf, type Door } from '#access'
import { placeText, readPlace } from '#base/journal'
import { isUuid } from '#base/contract'
import { log } from '#base/log'
import { inWork, type As, type Open } from '#base/work'
import type { Attendance } from './presence.ts'
import { placeNow, recentAfter } from './recent.ts'
import { among, mayHear, type BrandOf } from './audience.ts'
import { eventText, type Guest, type Hub } from './hub.ts'

type Line = Open & { door: Door; hub: Hub; attendance: Attendance; brandOf: BrandOf }
type Upgrade = { socket: Duplex; head: Buffer }
const MOST_MISSED = 1_000
const PING_MILLISECONDS = 25_000
const SILENT_MILLISECONDS = 4 * PING_MILLISECONDS // a living desk answers pings
const MOST_UNANSWERED = 50
const upgrades = new WeakMap<IncomingMessage, Upgrade>()

export function serveLive(app: FastifyInstance, line: Line): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16_384, perMessageDeflate: false })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades.set(request, { socket, head })
    hold(socket)
    const answer = new ServerResponse(request)
    answer.assignSocket(socket as never) // a refused upgrade is answered as any request
    answer.shouldKeepAlive = false // nobody reads a second request from it
    answer.once('finish', () => socket.end())
    app.routing(request, answer)
  })
  app.get('/api/v1/live', async (request, reply) => {
    const as = await line.door.admit(request, 'case.read')
    const upgrade = upgrades.get(request.raw)
    if (!upgrade) return await reply.code(426).header('upgrade', 'websocket').send({ status: 426, code: 'upgrade.needed' })
    void reply.hijack()
    sockets.handleUpgrade(request.raw, upgrade.socket, upgrade.head, (socket) => welcome(line, { socket, as, request }))
    return undefined
  })
}

// Node lets go of a socket that asks for an upgrade: from here on its errors and its silence are ours. Without a listener a connection reset
// by a stranger while the door looks at it would end the whole process.
function hold(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
  if (socket instanceof Socket) socket.setTimeout(SILENT_MILLISECONDS, () => socket.destroy())
}

function welcome(line: Line, { socket, as, request }: { socket: WebSocket; as: As; request: FastifyRequest }): void {
  const guest: Guest = { socket, ...as, session: visitOf(as.actor)?.session ?? undefined, looking: null, typing: false }
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
  const holds = guest.session ? door.sessionHolds(guest.tenant, guest.session) : credential ? door.actorFor(credential).then(Boolean) : false
  if (await Promise.resolve(holds).catch(() => true)) guest.socket.ping() // a database that is away sends nobody off
  else guest.socket.close(4401, 'sign in again')
}

async function hear(line: Line, guest: Guest, text: string): Promise<void> {
  const said = Object(JSON.parse(text)) as { after?: string | null; looking?: string | null; typing?: boolean } // each field is looked at below
  if ('after' in said) return await resume(line, guest, typeof said.after === 'string' ? said.after : null)
  const looking = typeof said.looking === 'string' && isUuid(said.looking) ? said.looking : said.looking === null ? null : undefined
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
  for (const event of await among(missed, (each) => mayHear(guest.actor, each, line.brandOf))) guest.socket.send(eventText(event))
  guest.socket.send(JSON.stringify({ seq: placeText(place) }))
}
