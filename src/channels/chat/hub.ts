// The visitors' sockets: opened, kept alive, heard, and told what the journal says happened in their conversations, whichever server it was.
import type { WebSocket } from 'ws'
import { network } from '#access'
import type { TenantId } from '#base/contract'
import { isAway } from '#base/database'
import type { Event, Watcher } from '#base/journal'
import { log } from '#base/log'
import { Refused } from '#base/refusal'
import { inCompany } from '#base/together'
import { inWork, system, type Open } from '#base/work'
import type { ConversationId } from '#cases/contract'
import { frameUnreadable, tooFast } from '../contract.ts'
import type { Admitted, Gate } from '../widgets/gate.ts'
import { follow, stands } from './follow.ts'
import { hear, tellRefused } from './hear.ts'
import type { House } from './talking.ts'
import { readByVisitor } from './read.ts'
import { take } from './rules/allowance.ts'
import { readFrame } from './rules/frames.ts'
import { findVisit, secretOfConversation } from './store/visit.ts'
import { MOST_UNREAD_BYTES, tellAll, tellLine, Visitors, type Here, type Line, type Visitor } from './visitors.ts'

const FRAMES = { burst: 40, per_second: 10 } // of one socket
const MOST_WAITING = 50
const MOST_NONSENSE = 5
const MOST_LINES = 20_000
const MOST_LINES_OF_AN_ADDRESS = 2_500 // a large company behind one address; nobody fills the house alone
const GREETING_MILLISECONDS = 15_000
const BEAT_MILLISECONDS = 1_000
const STILL_BEATS = 25 // each line is told once in so many beats that it is alive
const STILL = '{"still":{}}'

export type ChatHub = {
  visitors: Visitors
  hasRoomFor(admitted: Admitted): boolean
  enter(socket: WebSocket, admitted: Admitted): void
  watch: Watcher
  desk: {
    here(tenant: TenantId): Here[]
    onChange(listener: (tenant: TenantId, one: Here) => void): () => void
    typing(tenant: TenantId, at: { case: string; person: string; on: boolean }): void
  }
  close(): void
}

export function openHub(open: Open, gate: Gate): ChatHub {
  const visitors = new Visitors()
  const house: House = { ...open, gate, visitors, together: inCompany(open, { at_once: 1 }) }
  const lines = new Set<Line>()
  const perAddress = new Map<string, number>()
  const count = ({ address }: Admitted, by: 1 | -1): void => {
    const now = (perAddress.get(network(address)) ?? 0) + by
    if (now > 0) perAddress.set(network(address), now)
    else perAddress.delete(network(address))
  }
  let beats = 0
  const timer = setInterval(() => beat(house, lines, ++beats), BEAT_MILLISECONDS)
  timer.unref()
  const off = gate.onChange((doors) => void tellReception(house, (line) => doors.has(line.speaker.admitted.entry_point)))
  return {
    visitors,
    hasRoomFor: ({ address }) => lines.size < MOST_LINES && (perAddress.get(network(address)) ?? 0) < MOST_LINES_OF_AN_ADDRESS,
    enter: (socket, admitted) => {
      const line = newLine(socket, admitted)
      lines.add(line)
      count(admitted, 1)
      socket.on('message', (data) => heard(house, line, (data as Buffer).toString()) /* the library's default */)
      socket.on('pong', () => (line.alive = true))
      socket.on('error', () => socket.terminate())
      socket.on('close', () => {
        lines.delete(line)
        count(admitted, -1)
        visitors.leave(line)
        void line.doing.then(() => writeDownRead(house, line.visitor)) // what it said last is still being heard
      })
    },
    watch: (events) => {
      if (!visitors.isEmpty()) for (const event of events) if (isOfChats(event)) happened(house, event)
    },
    desk: {
      here: (tenant) => visitors.here(tenant),
      onChange: (listener) => visitors.onChange(listener),
      typing: (tenant, { case: of, person, on }) => {
        for (const visitor of visitors.ofCase(of as never)) if (visitor.tenant === tenant) agentTypes(visitor, { person, on })
      },
    },
    close: () => {
      clearInterval(timer)
      off()
      for (const { socket } of lines) socket.close(1001, 'the server stops')
    },
  }
}

const nobody = Buffer.alloc(0)
const newLine = (socket: WebSocket, admitted: Admitted): Line => ({
  socket, speaker: { admitted, hash: nobody, language: admitted.brand.language, page: null, said: null, proven: null }, visitor: null, told: 0, welcomed: false,
  mine: null, pace: { left: FRAMES.burst, at: performance.now() }, nonsense: 0, alive: true, here_since: performance.now(), doing: Promise.resolve(), waiting: 0,
}) // prettier-ignore

// ── what widgets say ─────────────────────────────────────────────────────────────────────────────────────────────────────
function heard(house: House, line: Line, text: string): void {
  const frame = readFrame(text)
  if (!frame) return nonsense(house, line)
  if (take(line.pace, FRAMES, performance.now()) > 0 || line.waiting >= MOST_WAITING) {
    void house.gate.refused(line.speaker.admitted, tooFast.code)
    return line.socket.close(1008, 'too fast')
  }
  line.waiting++
  const id = 'id' in frame.said ? frame.said.id : null
  line.doing = line.doing
    .then(() => hear(house, line, frame))
    .catch((error: unknown) => {
      tellRefused(line, error, id)
      if (error instanceof Refused) void house.gate.noteRefusal(line.speaker.admitted, error)
      if (error instanceof Refused && frame.name === 'hello') line.socket.close(1008, error.refusal.code)
    })
    .finally(() => void line.waiting--)
}

function nonsense({ gate }: House, line: Line): void {
  const { code, fr, en } = frameUnreadable
  void gate.refused(line.speaker.admitted, code)
  tellLine(line, { refused: { code, fr, en, id: null } })
  if (++line.nonsense >= MOST_NONSENSE) line.socket.close(1008, 'nonsense')
}

// ── what happened elsewhere ──────────────────────────────────────────────────────────────────────────────────────────────
const OF_CHATS = new Set(['message.received', 'chat.opened', 'chat.placed', 'chat.served', 'chat.read', 'chat.over'])
const isOfChats = ({ name }: Event): boolean => OF_CHATS.has(name)
type Told = { conversation_id: ConversationId; interaction_id?: string; by?: string; entry_point?: string }

function happened(house: House, { name, payload, tenant_id }: Event): void {
  const told = payload as Told // each of these kinds names its conversation
  const visitor = house.visitors.of(told.conversation_id)
  if (!visitor) return name === 'chat.opened' ? void openedElsewhere(house, tenant_id, told).catch(notFollowed) : undefined
  if (name === 'chat.read' && told.by === 'visitor') return
  if (name === 'message.received' && told.interaction_id && visitor.given.includes(told.interaction_id)) return
  if (name === 'chat.opened') return
  void follow(house, house.visitors, visitor)
}

// A first message that came to another server: another tab of the same visitor may be here.
async function openedElsewhere(
  house: House,
  tenant: TenantId,
  { conversation_id: conversation, entry_point = '' }: Told,
): Promise<void> {
  await inWork(house, { tenant, actor: system('channels.chat') }, async (work) => {
    const found = await secretOfConversation(work, conversation)
    const visitor = found && house.visitors.ofSecret(`${entry_point} ${found.secret_hash.toString('base64')}`)
    const visit = visitor && (await findVisit(work, conversation))
    if (visit) stands(house.visitors, visitor, visit)
  })
  const visitor = house.visitors.of(conversation)
  if (visitor) await follow(house, house.visitors, visitor)
}

const notFollowed = (error: Error): void => log.warn({ error }, 'a chat that began elsewhere could not be followed')

function agentTypes(visitor: Visitor, { person, on }: { person: string; on: boolean }): void {
  if (visitor.served_by?.id !== person || visitor.agent_types === on) return
  visitor.agent_types = on
  tellAll(visitor, { typing: { on, name: visitor.served_by.face?.name ?? '' } })
}

// ── the beat ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
function beat(house: House, lines: ReadonlySet<Line>, beats: number): void {
  const now = performance.now()
  let n = 0
  for (const line of lines) {
    if (!line.welcomed && now - line.here_since > GREETING_MILLISECONDS) line.socket.close(1008, 'say hello')
    else if (n++ % STILL_BEATS === beats % STILL_BEATS) still(line)
  }
  for (const visitor of house.visitors.all()) {
    if (visitor.reading > 0) void writeDownRead(house, visitor)
    if (visitor.typing_until > 0 && visitor.typing_until < now) {
      visitor.typing_until = 0
      house.visitors.tell(visitor)
    }
  }
  if (beats % STILL_BEATS === 0) void tellReception(house, (line) => line.visitor?.chat?.waiting_since != null)
}

function still(line: Line): void {
  if (!line.alive || line.socket.bufferedAmount > MOST_UNREAD_BYTES) return line.socket.terminate()
  line.alive = false
  line.socket.ping()
  if (line.welcomed) line.socket.send(STILL)
}

async function writeDownRead(house: House, visitor: Visitor | null): Promise<void> {
  if (!visitor?.chat || visitor.reading === 0) return
  const { reading, chat, tenant } = visitor
  visitor.reading = 0
  await inWork(house, { tenant, actor: system('channels.chat') }, (work) =>
    readByVisitor(work, chat.conversation, reading),
  ).catch((error: Error) => {
    if (isAway(error)) visitor.reading = Math.max(visitor.reading, reading) // with a later beat
    else log.warn({ error }, 'what a visitor has read could not be written down')
  })
}

// How long it takes, whether we are open: told again when it has changed.
async function tellReception({ gate, visitors }: House, whom: (line: Line) => boolean): Promise<void> {
  for (const visitor of visitors.all()) {
    const [line] = visitor.lines
    if (!line?.welcomed || !whom(line)) continue
    const reception = await gate.reception(line.speaker.admitted, visitor.chat?.waiting_since ?? null).catch(() => null)
    const text = JSON.stringify(reception)
    if (!reception || text === visitor.reception) continue
    visitor.reception = text
    tellAll(visitor, { reception })
  }
}
