// What colleagues did today before the visitor came, or while the server was down: they came, rested, served chats. By the verbs of staff and routing, each at its own moment; nobody
// wrote in these chats, which is said in the README.
import * as routing from '#routing'
import * as staff from '#staff'
import { handClock } from '#base/clock'
import type { RoleName } from '#access/contract'
import type { PersonId } from '#base/contract'
import { inWork, type As, type Open, type Work } from '#base/work'
import { postItem, putItemFinished, putItemTaken, deleteItem, type ItemId } from '#routing/contract'
import { chatsToday } from '../texts/before-us.ts'
import { castOf } from '../texts/cast.ts'
import { chanceOf } from '../texts/chance.ts'
import { chatOf } from '../texts/chats.ts'
import { stateAt, type Stay } from '../texts/habits.ts'
import { servedToday, type ServedChat } from '../texts/served-today.ts'
import { asPerson, by } from './act.ts'
import type { Scene } from './scene.ts'
import { staysToday, turnsToday, ZONE } from './turns-today.ts'

type People = ReadonlyMap<string, { id: PersonId; role: RoleName }> // by their keys in the roster
type Writing = Pick<Scene, 'open' | 'as' | 'now' | 'seed'> & { from: Temporal.Instant; people: People; chats: number }
type Doing = { at: number; who: string | null; does: (work: Work) => Promise<void> }
const routed = by(routing.routes)
export const QUEUE = 'conseil'

/** The rules are in force from then on, so that what came this morning was routed by them. */
export const openedAt = (now: Temporal.Instant): Temporal.Instant => {
  const opens = now.toZonedDateTimeISO(ZONE).toPlainDate().toZonedDateTime({ timeZone: ZONE, plainTime: '07:45' }).toInstant()
  return Temporal.Instant.compare(opens, now) < 0 ? opens : now
}

/** What happened between two moments of today; `chats`: at most so many. Rules are in force, and nobody has a seat. */
export async function writeToday({ open, as, now, seed, from, people, chats }: Writing): Promise<void> {
  const keys = new Map([...people].map(([key, { id }]) => [id, key]))
  const planned = await inWork({ database: open.database, clock: handClock(String(now)) }, as, async (work) =>
    staysToday(work, await turnsToday(work, keys)),
  )
  const [since, until] = [from.epochMilliseconds, now.epochMilliseconds]
  const came = chatsToday({ seed, now }).filter(({ at }) => at >= since)
  const served = servedToday(came, planned, { until: until - 30_000, chance: chanceOf(seed + 79) })
  const titles = titlesOf(seed)
  const doings = [
    ...served.stays.filter(({ to }) => to > since).flatMap((stay) => comesAndGoes(stay, { since, stays: served.stays, people })),
    ...(chats > 0 ? served.chats.slice(-chats) : []).flatMap((chat) => isServed(chat, titles)),
  ]
  await happen({ open, as }, people, doings.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at))
} // prettier-ignore

async function happen({ open, as }: { open: Open; as: As }, people: People, doings: readonly Doing[]): Promise<void> {
  for (const { at, who, does } of doings) {
    const then = { database: open.database, clock: handClock(new Date(at).toISOString()) }
    const person = who === null ? undefined : people.get(who)
    await inWork(then, person ? { ...as, actor: asPerson(person.id, person.role) } : as, does)
  }
}

type Among = { since: number; stays: readonly Stay[]; people: People }

// The end of a stay is the beginning of the next, or of nobody being there.
function comesAndGoes({ who, from, to, state }: Stay, { since, stays, people }: Among): Doing[] {
  const person: PersonId = people.get(who)!.id // of the roster
  const set = (at: number, is: Stay['state'] | 'offline'): Doing => ({
    at,
    who: null,
    does: async (work) => void (await staff.setPresence(work, { person, state: is })),
  })
  return [set(Math.max(from, since), state), ...(stateAt(stays, who, to) === 'offline' ? [set(to, 'offline')] : [])]
}

function titlesOf(seed: number): (nth: number) => string {
  const cast = castOf(seed)
  return (nth) => chatOf(seed, nth, cast).customer.name
}

function isServed({ nth, at, taken, over, who }: ServedChat, titles: (nth: number) => string): Doing[] {
  let id: ItemId | undefined
  const arrives: Doing = {
    at,
    who: null,
    does: async (work) => {
      const item = await routed(work, postItem, { title: titles(nth), queue: QUEUE, facts: { channel: 'chat', language: 'fr' } })
      id = item.id
    },
  }
  if (taken === null || who === null) return [arrives, { at: over, who: null, does: async (work) => void (await routed(work, deleteItem, { id })) }]
  return [
    arrives,
    { at: taken, who, does: async (work) => void (await routed(work, putItemTaken, { id })) },
    { at: over, who, does: async (work) => void (await routed(work, putItemFinished, { id })) },
  ]
} // prettier-ignore
