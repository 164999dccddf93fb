// What the thread of a rehearsal is given besides the traffic: ids and numbers, no name of anybody and no word anybody wrote.
import type { PersonFactsOfRouting, Rulebook } from '#routing/contract'
import type { NewRun } from '../contract.ts'
import type { Spell } from './shifts.ts'

// Of each queue that is not always open: from and to, in seconds after `midnight_ms`.
export type Openings = Record<string, [number, number][]>

export type Given = {
  asked: Omit<NewRun, 'traffic' | 'name'>
  period: Spell
  until_ms: number // nothing is known after
  midnight_ms: number // of the first day, where the centre is: second 0 of the scenario
  people: PersonFactsOfRouting[] // their name is their id
  away: Record<string, Spell[]>
  books: { today: Rulebook | null; tomorrow: Rulebook | null } // null: no rules, whoever answers for the case does
  openings: { today: Openings; tomorrow: Openings }
  left_out: number // contacts of the period that were not read
}
