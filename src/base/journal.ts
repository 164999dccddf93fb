// Readers of the journal. One tail reads each event once for the whole process and hands it to every reader. A reader's cursor moves
// in the transaction of its effects, so a crash repeats nothing and misses nothing; what fails again and again is parked, visibly.
import type { EventKind, TenantId } from './contract.ts'
import { isAway } from './database.ts'
import { bell } from './bell.ts'
import { point } from './crash-points.ts'
import { readHeardSoFar, type HeardSoFar } from './heard-so-far.ts'
import { log } from './log.ts'
import { Nap } from './nap.ts'
import { isAfter, START, type Place } from './place.ts'
import { inWork, system, type Open, type Work } from './work.ts'
import * as store from './store/journal.ts'
import type { Event } from './store/journal.ts'

export { isAfter, isPlace, placeText, readPlace } from './place.ts'
export type { Event, Place }
export type Heard<Payload> = { kind: EventKind<Payload>; act: (work: Work, payload: Payload, event: Event) => Promise<void> }
// `sleeps`: these events of one house (in their order) need not be heard at all; asked outside any transaction, so that passing over costs nothing.
export type Reader = {
  name: string
  hears: Map<string, Heard<unknown>>
  together?: Together<unknown>
  sleeps?: (open: Open, events: readonly Event[]) => Promise<boolean>
}
type Together<Payload> = (work: Work, payloads: Payload[], events: Event[]) => Promise<void>
export type Watcher = (events: readonly Event[]) => void

const PAGE = 500
const MOST_TRIES = 4 // within a second: a reader that waits longer holds up all the others
const IDLE_MILLISECONDS = 1_000 // the bell wakes us; this is for what other processes committed while NOTIFY was down
const HIDDEN_MILLISECONDS = 3
const SETTLED_MILLISECONDS = 1_000 // so long whoever wants to see everything heard waits for what others keep out of sight
const WRITE_DOWN_MILLISECONDS = 30_000

export const hear = <Payload>(kind: EventKind<Payload>, act: Heard<Payload>['act']): Heard<unknown> =>
  ({ kind, act }) as unknown as Heard<unknown> // the payload is parsed by the same kind before `act` sees it

export const reader = (name: string, heard: Heard<unknown>[]): Reader => ({
  name,
  hears: new Map(heard.map((h) => [h.kind.name, h])),
})

// A reader that does the same for all of them hears them together, as many as have come since the last time.
export const gatherer = <Payload>(name: string, kinds: readonly EventKind<Payload>[], together: Together<Payload>): Reader => ({
  ...reader(
    name,
    kinds.map((kind) => hear(kind, (work, payload, event) => together(work, [payload], [event]))),
  ),
  together: together as Together<unknown>, // each payload was parsed by its own kind
})

// `late_seconds`: how long ago everything there was had been heard.
export type Tail = { lag(): number; late_seconds(): number; settled(): Promise<void>; stop(): Promise<void> }

// Who watches hears apart from the readers: whatever holds up one of them, the live line and the door go on.
export async function startTail(open: Open, readers: Reader[], watch?: Watcher): Promise<Tail> {
  const hearing = await follow(open, readers, { watch: () => {}, rest_milliseconds: 0 })
  if (!watch) return hearing
  const watching = await follow(open, [], { watch, rest_milliseconds: 4 })
  const both = (of: (tail: Tail) => Promise<void>): Promise<void> => Promise.all([of(hearing), of(watching)]).then(() => {})
  return { ...hearing, settled: () => both((tail) => tail.settled()), stop: () => both((tail) => tail.stop()) }
}

// For readers whom nobody waits for, and who do much at once for little more than one: after each round it rests and lets news gather.
export const startSlowTail = (open: Open, readers: Reader[], rest_milliseconds = 150): Promise<Tail> =>
  follow(open, readers, { watch: () => {}, rest_milliseconds })

type Following = { watch: Watcher; rest_milliseconds: number }

async function follow(open: Open, readers: Reader[], following: Following): Promise<Tail> {
  const names = readers.map(({ name }) => name)
  const heard = await readHeardSoFar(open, names)
  const position = readers.length === 0 ? ((await store.lastPlace(open.database.dispatcher)) ?? START) : heard.start
  const follower = new Follower({ open, readers, heard, ...following }, position)
  const done = follower.run()
  return {
    lag: () => follower.behind,
    late_seconds: () => follower.lateSeconds(),
    settled: () => follower.settled(),
    stop: async () => {
      follower.stop()
      await done
    },
  }
}

type Means = Following & { open: Open; readers: Reader[]; heard: HeardSoFar }

// One who reads on from a place until told to stop.
class Follower {
  behind = 0
  #means: Means
  #position: Place
  #caughtUpAt = performance.now()
  #writtenAt = performance.now()
  #patience = IDLE_MILLISECONDS
  #hiddenSince: number | null = null
  #stopped = false
  #rung = false
  #rest = new Nap()
  #sleep = new Nap()
  #idle: (() => void)[] = []
  #off: () => void

  constructor(means: Means, position: Place) {
    this.#means = means
    this.#position = position
    this.#off = bell.hear(() => {
      this.#rung = true
      this.#sleep.end()
    })
  }

  lateSeconds(): number {
    return (performance.now() - this.#caughtUpAt) / 1_000
  }

  async settled(): Promise<void> {
    const settled = new Promise<void>((resolve) => this.#idle.push(resolve))
    this.#rest.end()
    bell.ring()
    await settled
  }

  stop(): void {
    this.#stopped = true
    this.#off()
    this.#rest.end()
    this.#sleep.end()
  }

  async run(): Promise<void> {
    const { heard, rest_milliseconds } = this.#means
    while (!this.#stopped) {
      this.#rung = false
      const found = await this.#pass().catch(cannotRead)
      await this.#writeDown()
      if (found > 0 && rest_milliseconds > 0 && this.#idle.length === 0 && !this.#stopped)
        await this.#rest.take(rest_milliseconds)
      // Whatever was committed since we looked has rung. Whoever waits until all is heard has us look until nothing is found.
      if (found === PAGE || (found > 0 && this.#idle.length > 0) || this.#rung || this.#stopped) continue
      if (!this.#mayAppear()) for (const done of this.#idle.splice(0)) done()
      await this.#sleep.take(this.#patience)
    }
    await heard.writeDown()
  }

  // How many events were found.
  async #pass(): Promise<number> {
    const { open, readers, heard, watch } = this.#means
    const { events, hidden } = await store.newsAfter(open.database.dispatcher, this.#position, PAGE)
    if (events.length > 0) {
      this.behind = events.length
      watch(events)
      for (const each of readers) for (const batch of byTenant(events)) await handle({ open, heard }, each, batch)
      this.#position = events.at(-1)!
      this.behind = 0
    }
    this.#keepWatch({ found: events.length, hidden })
    return events.length
  }

  // News that somebody still at work keeps out of sight appears in a moment, and nobody rings for it.
  #keepWatch({ found, hidden }: { found: number; hidden: boolean }): void {
    const now = performance.now()
    this.#hiddenSince = hidden ? (found > 0 ? now : (this.#hiddenSince ?? now)) : null
    this.#patience = hidden ? hiddenPatience(found > 0 ? 0 : now - this.#caughtUpAt) : IDLE_MILLISECONDS
    if (!hidden && found < PAGE) this.#caughtUpAt = now
  }

  #mayAppear(): boolean {
    return this.#hiddenSince !== null && performance.now() - this.#hiddenSince < SETTLED_MILLISECONDS
  }

  async #writeDown(): Promise<void> {
    if (performance.now() - this.#writtenAt <= WRITE_DOWN_MILLISECONDS) return
    this.#writtenAt = performance.now()
    await this.#means.heard.writeDown()
  }
}

function cannotRead(error: Error): number {
  log.error({ error }, 'the journal could not be read')
  return 0
}

// News that somebody still at work keeps out of sight appears in a moment, and nobody rings for it. Whoever holds back news is mostly done in a moment; whoever takes longer takes long.
const hiddenPatience = (milliseconds: number): number =>
  Math.min(IDLE_MILLISECONDS / 4, Math.max(HIDDEN_MILLISECONDS, milliseconds / 10))

function byTenant(events: Event[]): Event[][] {
  return [...Map.groupBy(events, (event) => event.tenant_id).values()]
}

async function handle({ open, heard }: { open: Open; heard: HeardSoFar }, reader: Reader, batch: Event[]): Promise<void> {
  const wanted = batch.filter((event) => reader.hears.has(event.name) && !heard.has(reader.name, event))
  if (wanted.length > 0 && !(await reader.sleeps?.(open, wanted))) await handleWanted(open, reader, wanted)
  heard.passed(reader.name, batch) // not before: what could not be handled now is not behind us
}

async function handleWanted(open: Open, reader: Reader, wanted: Event[]): Promise<void> {
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
    if (reader.together && news.length > 0)
      await reader.together(
        work,
        heard.map(({ event, by }) => by.kind.shape.parse(event.payload)),
        news,
      )
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
    const cursor = await store.lockCursor(work.sql, tenant, reader.name)
    if (!isAfter(event, cursor)) return // another server got further meanwhile
    await store.parkEvent(work.sql, { tenant, reader: reader.name, seq, name, error: String(error), at: work.now })
    await store.moveCursor(work.sql, { tenant, reader: reader.name, xid: event.xid, seq })
  })
}
