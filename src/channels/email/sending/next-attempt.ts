// When a mail that could not be handed over is tried again.

const MINUTES = [1, 2, 5, 10, 20, 40, 60, 120, 240] as const // then every four hours
const GIVE_UP_AFTER_MINUTES = 48 * 60

/**
 * The instant of the next attempt, or null when it is time to give up, after about two days. RFC 5321 §4.5.4.1 asks for pauses of at
 * least 30 minutes once the first few attempts have failed, and would wait four to five days before giving up; a customer who waits
 * for an answer should be reached another way sooner than that, so the mail goes back to its owner earlier.
 * @param attempt how many attempts have failed, 1 or more
 * @param now when the last one failed
 * @param jitter 0 ≤ jitter < 1, random: spreads each pause over 80 to 120 % of its length so that retries do not come in herds
 * @throws RangeError when attempt or jitter is out of range
 */
export function nextAttempt(attempt: number, now: Temporal.Instant, jitter: number): Temporal.Instant | null {
  if (!Number.isInteger(attempt) || attempt < 1) throw new RangeError('attempt counts from 1')
  if (!(jitter >= 0 && jitter < 1)) throw new RangeError('jitter lies in [0, 1)')
  if (waitedMinutes(attempt) > GIVE_UP_AFTER_MINUTES) return null
  return now.add({ milliseconds: Math.round(pauseMinutes(attempt) * 60_000 * (0.8 + 0.4 * jitter)) })
}

const pauseMinutes = (attempt: number) => MINUTES[Math.min(attempt, MINUTES.length) - 1]!

function waitedMinutes(attempt: number): number {
  let sum = 0
  for (let n = 1; n <= attempt && sum <= GIVE_UP_AFTER_MINUTES; n++) sum += pauseMinutes(n)
  return sum
}
