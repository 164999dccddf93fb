// How long until somebody answers, as far as one can tell from what just happened at this door.
const FEWEST_ANSWERS = 3
const LOOKED_AT = 5
const LONGEST_SAID_SECONDS = 1_800

export type Standing = {
  waited_seconds: number // of the one who waits longest; 0 when nobody does
  answered_seconds: readonly number[] // how long the last ones waited for their first answer, the latest first
  present: number // agents who may answer
}

/**
 * Seconds until a visitor who writes now is answered, or null when it cannot be told.
 *
 * The estimate is the mean of the waits of the last five who were answered (the "LES" estimator, last to enter service, averaged), and never
 * less than the head of the line has waited already ("HOL"): R. Ibrahim and W. Whitt, "Real-Time Delay Estimation Based on Delay History",
 * Manufacturing & Service Operations Management 11(3), 2009. It needs neither the number of servers nor the length of a conversation, which a
 * chat does not have: an agent serves several at once. Averaging over the last few trades promptness for calm (§6 there).
 *
 * Its limits: it looks back, so it is late when a wave comes or many agents leave at once (the head of the line mends half of that). Nothing is
 * said with fewer than three answers, with nobody present, or when it would be over half an hour: no number is better than a wrong one.
 * Rounded up to ten seconds, from a minute on to whole minutes: it claims no more than it knows.
 */
export function expectedWait({ waited_seconds, answered_seconds, present }: Standing): number | null {
  if (present === 0 || answered_seconds.length < FEWEST_ANSWERS) return null
  const last = answered_seconds.slice(0, LOOKED_AT)
  const mean = last.reduce((sum, each) => sum + each, 0) / last.length
  const expected = Math.max(mean, waited_seconds)
  if (!Number.isFinite(expected) || expected > LONGEST_SAID_SECONDS) return null
  const step = expected > 60 ? 60 : 10
  return Math.max(step, Math.ceil(expected / step) * step)
}
