// Readers of the journal. One tail reads each event once for the whole process and hands it to every reader. A reader's cursor moves
// in the transaction of its effects, so a crash repeats nothing and misses nothing; what fails again and again is parked, visibly.
import type { EventKind, TenantId } from './contract.ts'
import { isAway, type Database } from './database.ts'
import { bell } from './bell.ts'
import { point } from './crash-points.ts'
import { log } from './log.ts'
import { inWork, system, type Open, type Work } from './work.ts'
import * as store from './store/journal.ts'
import type { Event, Place } from './store/journal.ts'

export type { Event, Place }
export type Heard<Payload> = { kind: EventKind<Payload>; act: (work: Work, payload: Payload, event: Event) => Promise<void> }
export type Reader = { name: string; hears: Map<string, Heard<unknown>>; together?: Together<unknown> }
type Together<Payload> = (work: Work, payloads: Payload[]) => Promise<void>
export type Watcher = (events: readonly Event[]) => void

const PAGE = 500
const MOST_TRIES = 4 // within a second: a reader that waits longer holds up all the others
const IDLE_MILLISECONDS = 1_000 // the bell wakes us; this is for what other processes committed while NOTIFY was down
const HIDDEN_MILLISECONDS = 3
const START: Place = { xid: 0n, seq: 0 }

export const hear = <Payload>(kind: EventKind<Payload>, act: Heard<Payload>['act']): Heard<unknown> =>
  ({ kind, act }) as unknown as Heard<unknown> // the payload is parsed by the same kind before `act` sees it

export const reader = (name: string, heard: Heard<unknown>[]): Reader => ({ name, hears: new Map(heard.map((h) => [h.kind.name, h])) })

// A reader that does the same for all of them hears them together, as many as have come since the last time.
export const gatherer = <Payload>(name: string, kinds: readonly EventKind<Payload>[], together: Together<Payload>): Reader => ({
  ...reader(name, kinds.map((kind) => hear(kind, (work, payload) => together(work, [payload])))),
  together: together as Together<unknown>, // each payload was parsed by its own kind
})

export const placeText = ({ xid, seq }: Place): string => `${xid}.${seq}`
export function readPlace(text: string | undefined): Place {
  const found = /^(\d{1,20})\.(\d{1,16})$/.exec(text ?? '')
  return found ? { xid: BigInt(found[1]!), seq: Number(found[2]) } : START
}
// Also within what PostgreSQL's xid8 and bigint hold.
export const isPlace = (text: string): boolean => /^\d{1,20}\.\d{1,16}$/.test(text) && readPlace(text).xid < 2n ** 64n
export const isAfter = (a: Place, b: Place): boolean => a.xid > b.xid || (a.xid === b.xid && a.seq > b.seq)

export type Tail = { lag(): number; settled(): Promise<void>; stop(): Promise<void> }

export const startTail = (open: Open, readers: Reader[], watch: Watcher = () => {}): Promise<Tail> => follow(open, readers, { watch, rest_milliseconds: 0 })

// For readers whom nobody waits for, and who do much at once for little more than one: after each round it rests and lets news gather.
export const startSlowTail = (open: Open, readers: Reader[], rest_milliseconds = 150): Promise<Tail> =>
  follow(open, readers, { watch: () => {}, rest_milliseconds })

async function follow(open: Open, readers: Reader[], { watch, rest_milliseconds }: { watch: Watcher; rest_milliseconds: number }): Promise<Tail> {
  let position = await startingPlace(open.database, readers)
  let watched = (await store.lastPlace(open.database.dispatcher)) ?? START
  let stopped = false
  let behind = 0
  let patience = IDLE_MILLISECONDS
  let wake = (): void => {}
  let hurry = (): void => {}
  let rung = false
  const idle: (() => void)[] = []
  const off = bell.hear(() => {
    rung = true
    wake()
  })
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, rest_milliseconds)
      hurry = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const pass = async (): Promise<boolean> => {
    const events = await store.eventsAfter(open.database.dispatcher, position, PAGE)
    patience = IDLE_MILLISECONDS
    if (events.length === 0) {
      // News that somebody still at work keeps out of sight appears in a moment, and nobody rings for it.
      if (await store.hasHiddenEvents(open.database.dispatcher, position)) patience = HIDDEN_MILLISECONDS
      return false
    }
    behind = events.length
    const fresh = events.filter((event) => isAfter(event, watched))
    if (fresh.length > 0) {
      watch(fresh)
      watched = fresh.at(-1)!
    }
    for (const each of readers) for (const batch of byTenant(events)) await handle(open, each, batch)
    position = events.at(-1)!
    behind = 0
    return true
  }

  const loop = (async () => {
    while (!stopped) {
      rung = false
      const more = await pass().catch((error: Error) => {
        log.error({ error }, 'the journal could not be read')
        return false
      })
      if (more && rest_milliseconds > 0 && idle.length === 0 && !stopped) await rest()
      if (more || rung || stopped) continue
      for (const done of idle.splice(0)) done()
      await sleepUntil(patience, (ring) => (wake = ring))
    }
  })()

  return {
    lag: () => behind,
    settled: () => new Promise((resolve) => {
      idle.push(resolve)
      hurry()
      bell.ring()
    }),
    stop: async () => {
      stopped = true
      off()
      hurry()
      wake()
      await loop
    },
  }
}

function sleepUntil(patience: number, rung: (ring: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience)
    rung(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

// Where no reader has a gap before it. A reader new to the house starts at the beginning: its rows can always be rebuilt.
async function startingPlace(database: Database, readers: Reader[]): Promise<Place> {
  const sql = database.dispatcher
  const known = new Map((await store.cursors(sql)).map((c) => [`${c.tenant_id} ${c.reader}`, c]))
  let first: Place | undefined
  for (const { tenant_id } of await store.tenantsWithEvents(sql))
    for (const { name } of readers) {
      const next = await store.firstEventAfter(sql, tenant_id, known.get(`${tenant_id} ${name}`) ?? START)
      if (next && (!first || isAfter(first, next))) first = next
    }
  if (!first) return (await store.lastPlace(sql)) ?? START
  return { xid: first.xid, seq: first.seq - 1 }
}

function byTenant(events: Event[]): Event[][] {
  return [...Map.groupBy(events, (event) => event.tenant_id).values()]
}

async function handle(open: Open, reader: Reader, batch: Event[]): Promise<void> {
  const wanted = batch.filter((event) => reader.hears.has(event.name))
  if (wanted.length === 0) return // the cursor stays behind: reading these again after a restart costs little and harms nobody
  try {
    await handleTogether(open, reader, wanted)
  } catch (error) {
    if (isAway(error)) throw error
    for (const event of wanted) await handleAlone(open, reader, event)
  }
}

const asReader = (reader: Reader, tenant: TenantId) => ({ tenant, actor: system(reader.name) })

async function handleTogether(open: Open, reader: Reader, events: Event[]): Promise<void> {
  const tenant = events[0]!.tenant_id
  await inWork(open, asReader(reader, tenant), async (work) => {
    const cursor = await store.lockCursor(work.sql, tenant, reader.name)
    const news = events.filter((event) => isAfter(event, cursor))
    const heard = news.map((event) => ({ event, by: reader.hears.get(event.name)! }))
    if (reader.together && news.length > 0) await reader.together(work, heard.map(({ event, by }) => by.kind.shape.parse(event.payload)))
    else for (const { event, by } of heard) await by.act(work, by.kind.shape.parse(event.payload), event)
    const last = news.at(-1)
    point('journal.before_cursor')
    if (last) await store.moveCursor(work.sql, { tenant, reader: reader.name, xid: last.xid, seq: last.seq })
    point('journal.after_cursor')
  })
  point('journal.after_commit')
}

async function handleAlone(open: Open, reader: Reader, event: Event): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await handleTogether(open, reader, [event])
    } catch (error) {
      if (isAway(error)) throw error // not the event's fault: the whole tail waits and comes back to it
      if (attempt >= MOST_TRIES) return await park(open, reader, { event, error })
      await new Promise((resolve) => setTimeout(resolve, 20 * 3 ** attempt).unref())
    }
  }
}

async function park(open: Open, reader: Reader, { event, error }: { event: Event; error: unknown }): Promise<void> {
  log.error({ error, reader: reader.name, event: event.name, seq: event.seq }, 'an event could not be handled and was parked')
  const { tenant_id: tenant, seq, name } = event
  await inWork(open, asReader(reader, tenant), async (work) => {
    await store.lockCursor(work.sql, tenant, reader.name)
    await store.parkEvent(work.sql, { tenant, reader: reader.name, seq, name, error: String(error), at: work.now })
    await store.moveCursor(work.sql, { tenant, reader: reader.name, xid: event.xid, seq })
  })
}
