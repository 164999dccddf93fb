// What I am offered and how I stand, read once and then after each event that is about me. Knows nothing of React: the seat menu, the cards
// and the title of the window all look at this one place.
import { getSession, type WhoAmI } from '#access/contract'
import { send } from '#ui/api'
import { atMostEvery } from '#ui/at-most-every'
import { live, type JournalEvent } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { getMySeat, listMyOffers, type MySeat, type Offered } from '../../contract.ts'

export type Held = {
  seat: MySeat | null
  offers: readonly Offered[]
  ahead_ms: number // the server's clock minus ours
}
type Hear = (event: JournalEvent) => void

const ABOUT_ME = [
  'routing.offered',
  'routing.offer_ended',
  'routing.taken',
  'routing.back',
  'routing.ended',
  'routing.seat_changed',
  'routing.breaks_changed',
]
const ABOUT_ALL = ['routing.rules_in_force']
const ABOUT_QUEUES = ['routing.arrived', 'routing.moved', 'routing.taken', 'routing.back', 'routing.ended']
const QUEUES_EVERY_MILLISECONDS = 3_000
const NOTHING: Held = { seat: null, offers: [], ahead_ms: 0 }

let held = NOTHING
let begun = false
const listeners = new Set<() => void>()
const hearers = new Set<Hear>()

export const heldNow = (): Held => held

export function listenHeld(listener: () => void): () => void {
  listeners.add(listener)
  if (!begun) void begin()
  return () => listeners.delete(listener)
}

/** What was told about me, as it is told. */
export function hearMine(hear: Hear): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

export function keepSeat(seat: MySeat): void {
  change({ ...held, seat })
}

export function dropOffer(id: Offered['id']): void {
  change({ ...held, offers: held.offers.filter((offer) => offer.id !== id) })
}

let reading = false
let once_more = false
/** Reads both again; a wish that comes while it reads is not forgotten. Who cannot be reached is asked again by the next event or the next connection. */
export async function readHeld(): Promise<void> {
  if (reading) return void (once_more = true)
  reading = true
  try {
    do {
      once_more = false
      await read()
    } while (once_more)
  } finally {
    reading = false
  }
}

async function read(): Promise<void> {
  try {
    const seat = await send(getMySeat, {})
    if (!seat.routed) return change({ ...NOTHING, seat })
    const { items, now } = await send(listMyOffers, {})
    change({ seat, offers: items, ahead_ms: Date.parse(now) - Date.now() })
  } catch {
    // nobody needs a sentence about it: the line itself says that it is broken
  }
}

async function begin(): Promise<void> {
  begun = true
  if (!(await mayTake())) return
  live.on(ABOUT_ME, (event) => {
    if (!isMine(event)) return
    for (const hear of hearers) hear(event)
    void readHeld()
  })
  const lookAtQueues = atMostEvery(QUEUES_EVERY_MILLISECONDS, () => void readHeld())
  live.on(ABOUT_QUEUES, (event) => isOfAskedQueue(event) && lookAtQueues())
  live.on(ABOUT_ALL, () => void readHeld())
  live.onGap(() => void readHeld())
  let before = live.state
  live.watch(() => {
    if (live.state === 'open' && before === 'healing') void readHeld()
    before = live.state
  })
  void readHeld()
}

const session = (): WhoAmI | undefined => queries.getQueryData(keyOf(getSession, {}))
export const myId = (): string | undefined => session()?.person?.id

/** Who is offered nothing is not asked about. Where the session cannot be read, whoever looks next begins again. */
async function mayTake(): Promise<boolean> {
  try {
    const who = session() ?? (await send(getSession, {}))
    return who.person !== null && who.permissions.includes('routing.take')
  } catch {
    begun = false
    return false
  }
}

/** An event that names nobody may be about something I have in hand or am offered. */
function isMine({ payload }: JournalEvent): boolean {
  const { person, item_id } = (payload ?? {}) as { person?: unknown; item_id?: unknown } // looked at here
  if (person !== undefined && person !== null) return person === myId() || isHeld(item_id)
  return isHeld(item_id)
}

// Of a queue from which I ask for the next: the button stands only while something waits there.
function isOfAskedQueue({ payload }: JournalEvent): boolean {
  const { queue, from } = (payload ?? {}) as { queue?: unknown; from?: unknown } // looked at here
  return held.seat?.pull.some(({ key }) => key === queue || key === from) ?? false
}

const isHeld = (item: unknown): boolean =>
  held.offers.some((offer) => offer.item.id === item) || (held.seat?.items.some(({ id }) => id === item) ?? false)

function change(to: Held): void {
  held = to
  for (const listener of listeners) listener()
}
