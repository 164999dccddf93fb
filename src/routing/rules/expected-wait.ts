// How long somebody who comes now will wait, guessed from how fast a queue has been emptying. Pure.
//
// Those ahead leave the queue because they are served or because they give up; both make room. With as many ahead as wait, and one more for oneself,
// the wait is what it takes so many to leave at the pace of the last half hour (the queue-length predictor with the rate as it was observed:
// Whitt, Management Science 45, 1999; Ibrahim and Whitt, Manufacturing & Service Operations Management 11, 2009, who show that it errs upwards when the
// queue is much longer than usual).

export const expectedWaitFormula = {
  id: 'routing.expected_wait.1',
  fr: 'Ceux qui attendent, plus un, divisés par le rythme auquel la file s’est vidée depuis trente minutes (pris ou partis). Rien n’est dit sous cinq.',
  en: 'Those who wait, plus one, divided by the pace at which the queue emptied in the last thirty minutes (taken or gone). Under five, nothing is said.',
} as const

export const PACE_SECONDS = 1_800
const FEWEST = 5

/** Seconds; 0 while nobody waits and somebody is free; null when too few have left the queue of late to say. */
export function expectedWait({ waiting, free, left }: { waiting: number; free: number; left: number }): number | null {
  if (waiting === 0 && free > 0) return 0
  return left < FEWEST ? null : ((waiting + 1) * PACE_SECONDS) / left
}
