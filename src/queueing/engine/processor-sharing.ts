// Chats: one adviser serves several at once, and each goes on more slowly for the others' company.
import { timeAt } from './birth-death.ts'

/**
 * Mean seconds from arrival to end of somebody whose own work is `work_s`, when any number is served at once and the server's time is
 * shared evenly (M/G/1-PS). It depends on nothing but the load, however the works are spread. Infinity at load ≥ 1.
 * Source: Kleinrock (1967); Sakata, Noguchi & Oizumi (1969): T(x) = x / (1 − ρ).
 */
export function sharedStay(work_s: number, load: number): number {
  return load >= 1 ? Number.POSITIVE_INFINITY : work_s / (1 - load)
}

/** One adviser with at most `at_once` chats; `speed(j)`: seconds of work done in a second by all j chats together (1 alone; 1.6: two at 0.8 each). */
export type ChatDesk = {
  arrivals_per_s: number
  work_s: number
  at_once: number
  speed: (chats: number) => number
  places?: number
}

export type ChatDeskState = {
  waits: number // share of chats let in that finds all of the adviser's chats taken
  blocked: number
  mean_wait_s: number
  mean_stay_s: number // from first word of the adviser to the end
  mean_chats: number // held at a time
}

/**
 * The steady state of limited processor sharing with exponential work: while n chats are there, min(n, at_once) are served, at speed(…) in all.
 * RangeError when the full desk is too slow for what arrives and `places` does not bound it.
 * Source: Avi-Itzhak & Halfin (1988); it is a birth–death chain, Little's law does the rest. For at_once = 1 it is M/M/1.
 */
export function chatDesk({ arrivals_per_s, work_s, at_once, speed, places }: ChatDesk): ChatDeskState {
  const shares = timeAt({ up: () => arrivals_per_s, down: (n) => speed(Math.min(n, at_once)) / work_s }, places)
  const blocked = places === undefined ? 0 : (shares[places] ?? 0)
  const let_in_per_s = arrivals_per_s * (1 - blocked)
  const mean_chats = shares.reduce((sum, share, n) => sum + share * Math.min(n, at_once), 0)
  const mean_waiting = shares.reduce((sum, share, n) => sum + share * Math.max(0, n - at_once), 0)
  const waiting = shares.slice(at_once, places).reduce((sum, share) => sum + share, 0)
  return {
    waits: waiting / (1 - blocked),
    blocked,
    mean_wait_s: mean_waiting / let_in_per_s,
    mean_stay_s: mean_chats / let_in_per_s,
    mean_chats,
  }
}
