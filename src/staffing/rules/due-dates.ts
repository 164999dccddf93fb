// When work that can wait is due, counted while somebody may be at work. Pure.

const DAY_S = 86_400

/**
 * The place of the interval at whose beginning work is due that came in the interval `at`: when so much open time has gone by. A day of twenty-four hours
 * is one open day, as long as such days are on average: what comes on Friday evening and is due in a day is due on Monday evening, and not on Saturday,
 * when nobody is there. Where somebody is always there it is the clock's own time. Past the last interval: its place.
 * @param workable somebody may be at work, per interval
 */
export function dueDates(
  workable: readonly boolean[],
  days: readonly { first: number; count: number }[],
  step_s: number,
): (at: number, due_within_s: number) => number {
  const open = [0]
  for (const is of workable) open.push(open.at(-1)! + Number(is))
  const ofDays = days.map(({ first, count }) => open[first + count]! - open[first]!).filter((count) => count > 0)
  const day = ofDays.reduce((sum, count) => sum + count, 0) / Math.max(1, ofDays.length)
  return (at, due_within_s) => {
    const time = due_within_s >= DAY_S ? (due_within_s / DAY_S) * day : due_within_s / step_s
    const wanted = open[at]! + Math.max(1, Math.ceil(time))
    return firstAtLeast(open, wanted, at + 1)
  }
}

function firstAtLeast(rising: readonly number[], wanted: number, from: number): number {
  let [low, high] = [from, rising.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! >= wanted) high = middle
    else low = middle + 1
  }
  return low
}
