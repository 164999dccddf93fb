// How many contacts of a channel one person was seen to have in hand together.
import { byChannel, isInstant, nameAt, type Contacts } from './contacts.ts'

const MOST = 8

/** For each instant channel: what was not exceeded in nineteen of twenty acceptances, at least one. */
export function togetherOf(contacts: Contacts): Record<string, { at_once: number }> {
  const channels = [...byChannel(contacts)].filter(([channel]) => isInstant(channel))
  return Object.fromEntries(channels.map(([channel, places]) => [channel, { at_once: atOnce(contacts, places) }]))
}

function atOnce(contacts: Contacts, places: readonly number[]): number {
  const counts = [...Map.groupBy(places, (i) => nameAt(contacts.names, contacts.taken_by[i] ?? -1))].flatMap(([person, own]) =>
    person === null ? [] : countsOf(contacts, own),
  )
  counts.sort((a, b) => a - b)
  return Math.max(1, Math.min(MOST, counts[Math.ceil(counts.length * 0.95) - 1] ?? 1))
}

// At each acceptance, how many are in hand with it.
function countsOf({ taken_ms, ended_ms }: Contacts, places: readonly number[]): number[] {
  const held = places
    .map((i) => ({ from: taken_ms[i] ?? NaN, to: ended_ms[i] ?? NaN }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)
  let hand: number[] = []
  return held.map(({ from, to }) => {
    hand = [...hand.filter((end) => end > from), to]
    return hand.length
  })
}
