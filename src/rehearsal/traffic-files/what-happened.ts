// What the file says truly happened, in the figures a rehearsal answers with, so that both can be laid side by side.
import type { Call } from './read-calls.ts'

export type Happened = {
  entered: number // contacts of the file
  left_in_menu: number // hung up before they waited for anybody
  offered: number // wanted somebody: answered + gave up
  answered: number
  gave_up: number
  gave_up_share: number // of those offered
  wait_answered_s: number // mean over all answered, also those who did not wait
  wait_gave_up_s: number
  handling_s: number // mean of the answered
  answered_within_share: number // of those offered, within `within_s`
}

/** NaN where there is nothing to divide by. */
export function whatHappened(calls: readonly Call[], within_s = 20): Happened {
  const answered = calls.filter(({ ended }) => ended === 'answered')
  const gave_up = calls.filter(({ ended }) => ended === 'gave_up')
  const offered = answered.length + gave_up.length
  return {
    entered: calls.length,
    left_in_menu: calls.length - offered,
    offered,
    answered: answered.length,
    gave_up: gave_up.length,
    gave_up_share: gave_up.length / offered,
    wait_answered_s: mean(answered.map(({ wait_s }) => wait_s)),
    wait_gave_up_s: mean(gave_up.map(({ wait_s }) => wait_s)),
    handling_s: mean(answered.map(({ handling_s }) => handling_s ?? 0)),
    answered_within_share: answered.filter(({ wait_s }) => wait_s <= within_s).length / offered,
  }
}

/** The same by hour of the day in which they began to want somebody: 24 of them. */
export const happenedByHour = (calls: readonly Call[], within_s = 20): Happened[] =>
  Array.from({ length: 24 }, (_, hour) =>
    whatHappened(
      calls.filter(({ arrived_s }) => Math.floor(arrived_s / 3_600) % 24 === hour),
      within_s,
    ),
  )

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
