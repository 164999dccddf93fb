// The queue that a load is with so many people: its waiting room, and its name.
import { sharedEndsPerS, type Room } from '#queueing/engine'
import type { Load } from '../contract/load.ts'

/** A measured curve is taken for an exponential of its last moment: it has a formula of its own, and comes here only where nobody comes. */
export function roomOf({ calls_per_hour, handling_s, patience, lines, nobody_waits, chats }: Load, agents: number): Room {
  const windows = agents * (chats?.at_once ?? 1)
  const slots = Math.min(windows, lines ?? windows)
  const desk = chats && { work_s: handling_s, at_once: chats.at_once, ...(chats.speeds && { speeds: chats.speeds }) }
  return {
    arrivals_per_s: calls_per_hour / 3_600,
    slots,
    endsPerS: desk ? (contacts) => sharedEndsPerS(desk, agents, contacts) : (contacts) => contacts / handling_s,
    patience_s:
      patience === 'never' ? Number.POSITIVE_INFINITY : typeof patience === 'object' ? (patience.at_s.at(-1) ?? 1) : patience,
    ...(nobody_waits ? { places: slots } : lines !== undefined && { places: lines }),
  }
}

/** Kendall's name of it, with the common one where it has one. */
export function modelOf({ patience, lines, nobody_waits, chats }: Load, agents: number | null): string {
  const servers = chats && chats.at_once > 1 ? 'M/M/c-PS' : 'M/M/c'
  if (nobody_waits || (lines !== undefined && agents !== null && lines <= agents && !chats)) return 'M/M/c/c (Erlang B)'
  const room = lines === undefined ? servers : `${servers}/K`
  if (typeof patience === 'object') return `${room}+G`
  if (patience === 'never') return room === 'M/M/c' ? 'M/M/c (Erlang C)' : room
  return room === 'M/M/c' ? 'M/M/c+M (Erlang A)' : `${room}+M`
}
