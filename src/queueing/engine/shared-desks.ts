// Several at once by one person, and several such people: three windows are not three agents.

/** `at_once`: most that one person serves at once, ≥ 1. `speeds[j − 1]`: speed of each of j together (1 alone); the last holds for more; none: evenly shared, 1/j. */
export type SharedDesk = { work_s: number; at_once: number; speeds?: readonly number[] }

/** Work done in a second by one person with j contacts, in seconds of undisturbed work. */
export function paceOf({ speeds }: Pick<SharedDesk, 'speeds'>, j: number): number {
  if (j <= 0) return 0
  if (!speeds || speeds.length === 0) return 1
  return j * (speeds[Math.min(j, speeds.length) - 1] ?? 0)
}

/**
 * Ends per second of `people` who hold `contacts` together, as evenly as whole contacts allow: who has fewest is given the next. For one person, for one
 * at a time, and where company slows nobody, this is the chain itself (limited processor sharing, Avi-Itzhak & Halfin 1988). For several it takes the
 * loads to be even also after somebody's contact has ended, which is the best they can be: the truth lies a little below.
 */
export function sharedEndsPerS(desk: SharedDesk, people: number, contacts: number): number {
  if (people === 0) return 0
  const few = Math.floor(contacts / people)
  const more = contacts - few * people
  return (more * paceOf(desk, few + 1) + (people - more) * paceOf(desk, few)) / desk.work_s
}
