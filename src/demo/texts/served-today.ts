// The chats of today before the visitor came: who took which, after how long, until when. A chat that lasts into a break is finished first. Pure.
import type { Chance } from './chance.ts'
import type { Stay } from './habits.ts'

/** Milliseconds since 1970. `who` null: they gave up. */
export type ServedChat = { nth: number; at: number; taken: number | null; over: number; who: string | null }
export type Came = { at: number; arrived: number }

const SECOND = 1_000
const QUARTER = 900 * SECOND
const AT_ONCE = 2
const PATIENCE = [80, 240] as const
const LONGEST_INTO_A_BREAK = 420 * SECOND

type Served = { chats: ServedChat[]; stays: Stay[] }

/** Those that were over by `until`; and the stays, as much longer as a last chat took. */
export function servedToday(
  quarters: readonly Came[],
  given: readonly Stay[],
  { until, chance }: { until: number; chance: Chance },
): Served {
  const stays = given.map((stay) => ({ ...stay }))
  const chats: ServedChat[] = []
  for (const [nth, at] of momentsOf(quarters, chance).entries()) {
    const chat = served({ nth, at }, { chats, stays, chance })
    if (chat.over <= until) chats.push(chat)
  }
  return { chats, stays: stays.map((stay, n) => afterTheLast(stay, stays[n - 1])) }
}

const momentsOf = (quarters: readonly Came[], chance: Chance): number[] =>
  quarters
    .flatMap(({ at, arrived }) => Array.from({ length: arrived }, () => at + chance.below(QUARTER)))
    .toSorted((a, b) => a - b)

type Beside = { chats: readonly ServedChat[]; stays: Stay[]; chance: Chance }

function served({ nth, at }: Pick<ServedChat, 'nth' | 'at'>, { chats, stays, chance }: Beside): ServedChat {
  const gives_up = at + chance.between(...PATIENCE) * SECOND
  const typed = chance.between(5, 25) * SECOND
  const lasts = chance.between(110, 350) * SECOND
  const found = stays
    .filter(({ state, from, to }) => state === 'available' && from <= gives_up && to > at)
    .map((stay) => ({
      stay,
      taken: Math.max(freeFrom(chats, stay.who, at), stay.from) + typed,
      load: inHand(chats, stay.who, at),
    }))
    .filter(({ stay, taken }) => taken < Math.min(gives_up, stay.to))
    .toSorted((a, b) => a.taken - b.taken || a.load - b.load)[0]
  if (!found) return { nth, at, taken: null, over: gives_up, who: null }
  const { stay, taken } = found
  const over = Math.min(taken + lasts, stay.to + LONGEST_INTO_A_BREAK)
  stay.to = Math.max(stay.to, over)
  return { nth, at, taken, over, who: stay.who }
}

const held = (chats: readonly ServedChat[], who: string, at: number): ServedChat[] =>
  chats.filter((chat) => chat.who === who && chat.over > at)
const inHand = (chats: readonly ServedChat[], who: string, at: number): number => held(chats, who, at).length

// Who has both hands full is free when the first of their chats is over.
function freeFrom(chats: readonly ServedChat[], who: string, at: number): number {
  const ends = held(chats, who, at).map(({ over }) => over).toSorted((a, b) => a - b) // prettier-ignore
  return ends.length < AT_ONCE ? at : ends[ends.length - AT_ONCE]!
}

const afterTheLast = (stay: Stay, before: Stay | undefined): Stay =>
  before?.who === stay.who ? { ...stay, from: Math.max(stay.from, Math.min(before.to, stay.to)) } : stay
