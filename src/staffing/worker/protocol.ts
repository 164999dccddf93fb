// What a server and the thread of a reckoning say to each other.
import type { DayNeed } from '../rules/day-need.ts'
import type { DayAsk } from '../rules/moments.ts'

export type GroupAsk = { group: string; asks: DayAsk[] }
export type Told = { groups: GroupAsk[] }
export type Said =
  | { kind: 'progress'; share: number }
  | { kind: 'group'; group: string; days: DayNeed[] } // one is done; what is kept of it need not be done again
  | { kind: 'done' }
