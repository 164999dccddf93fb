// The server was down for a while, and begins again: colleagues kept their hours and served their chats all the same, so that the day is whole.
import * as routing from '#routing'
import * as staff from '#staff'
import { handClock } from '#base/clock'
import { inWork, type Work } from '#base/work'
import { listPresence, listStaff } from '#staff/contract'
import { act } from './act.ts'
import { roster } from './roster.ts'
import type { Scene } from './scene.ts'
import { openedAt, QUEUE, writeToday } from './this-morning.ts'

const LEAST_MINUTES = 5
const MOST_CHATS = 400

/** Nothing to do where it was down for a few minutes only. */
export async function writeMeanwhile({ open, as, now, seed }: Pick<Scene, 'open' | 'as' | 'now' | 'seed'>): Promise<void> {
  const { people, seen } = await inWork(open, as, standing)
  if (seen === null || now.since(seen).total('minutes') < LEAST_MINUTES) return
  const down = seen.add({ seconds: 1 })
  await inWork({ database: open.database, clock: handClock(String(down)) }, as, async (work) => {
    for (const { id } of people.values()) await staff.setPresence(work, { person: id, state: 'offline' })
    if (await routing.currentRulebook(work)) await routing.routeByRules(work) // nobody has a seat any more
  })
  const opened = openedAt(now)
  const from = Temporal.Instant.compare(down, opened) > 0 ? down : opened
  const chats = (await inWork(open, as, isRouted)) ? MOST_CHATS : 0
  await writeToday({ open, as, now, seed, from, people, chats })
}

// A visitor may have changed the rules.
const isRouted = async (work: Work): Promise<boolean> =>
  (await routing.currentRulebook(work))?.document.queues.some(({ key }) => key === QUEUE) ?? false

// Who is of the roster, and when one of them was heard of last.
async function standing(work: Work) {
  const [{ items }, presence] = [await act(work, listStaff, { limit: 200 }), await act(work, listPresence, { limit: 200 })]
  const cast = new Map(roster.map((each) => [each.key, each]))
  const people = new Map(items.flatMap(({ id, email, left_at }) => {
    const known = cast.get(email.split('@')[0]!)
    return known && left_at === null ? [[known.key, { id, role: known.role }]] : []
  })) // prettier-ignore
  const heard = presence.items
    .map(({ last_seen_at }) => Temporal.Instant.from(last_seen_at))
    .toSorted((a, b) => Temporal.Instant.compare(b, a))
  return { people, seen: heard[0] ?? null }
}
