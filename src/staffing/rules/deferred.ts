// Work that can wait, done in what those who wait leave over, before it is due. Pure.

export type Batch = { at: number; due: number; work_s: number } // came in this interval, due at the end of the interval before `due`; both are places
export type Deferrable = {
  instant: readonly number[] // people at work for those who wait, per interval
  busy: readonly number[] // of those, how many are busy on average (Erlangs)
  workable: readonly boolean[] // somebody may be at work for what can wait
  day: readonly number[] // of each interval: 0, 1, 2 …
  batches: readonly Batch[]
  most_busy: number // 0 < … ≤ 1
  step_s: number
}
export type WithDeferred = { need: number[]; late_s: number[] }

const MOST_ROUNDS = 60
const LITTLE_S = 1 // a second of work late is none

/**
 * People at work in all, whole numbers: on each day at least a level L, and more where those who wait take more. What they leave over of the most that
 * people may be busy goes to work that can wait, earliest due date first. L is the least with which nothing is late: first each day is given its even
 * share of every batch (over all intervals in which it may be done), then days are raised until playing them leaves nothing late.
 * `late_s`: seconds of work late all the same, by the interval in which it fell due, because nobody may be at work between its coming and its due date.
 */
export function withDeferred(given: Deferrable): WithDeferred {
  const days = 1 + Math.max(-1, ...given.day)
  const levels = evenLevels(given, days)
  for (let round = 0; ; round++) {
    const need = seated(given, levels)
    const { late_s, culprits } = play(given, need)
    const raised = round < MOST_ROUNDS && raise(levels, culprits, given)
    if (!raised) return { need, late_s }
  }
}

const seated = ({ instant, workable, day }: Deferrable, levels: readonly number[]): number[] =>
  instant.map((people, i) => (workable[i] ? Math.max(people, levels[day[i]!]!) : people))

const spare = ({ busy, most_busy, step_s, workable }: Deferrable, i: number, people: number): number =>
  workable[i] ? Math.max(0, people * most_busy - busy[i]!) * step_s : 0

function evenLevels(given: Deferrable, days: number): number[] {
  const { batches, workable, day, instant } = given
  const before = counted(workable)
  const share = new Float64Array(workable.length + 1) // differences: what each interval is given begins and ends here
  for (const { at, due, work_s } of batches) {
    const open = before[due]! - before[at]!
    if (open === 0) continue
    share[at]! += work_s / open
    share[due]! -= work_s / open
  }
  const wanted = new Float64Array(days)
  let now = 0
  workable.forEach((is, i) => {
    now += share[i]!
    if (is) wanted[day[i]!]! += now
  })
  return Array.from({ length: days }, (_, of) => {
    const places = [...day.keys()].filter((i) => day[i] === of && workable[i])
    if (places.length === 0) return 0
    const has = (level: number): number => places.reduce((sum, i) => sum + spare(given, i, Math.max(instant[i]!, level)), 0)
    return leastLevel((level) => has(level) >= wanted[of]! - LITTLE_S)
  })
}

// How many of the first i are.
function counted(are: readonly boolean[]): number[] {
  const sums = [0]
  for (const is of are) sums.push(sums.at(-1)! + Number(is))
  return sums
}

const MOST_LEVEL = 1e6
function leastLevel(isEnough: (level: number) => boolean): number {
  let high = 1
  if (isEnough(0)) return 0
  while (!isEnough(high) && high < MOST_LEVEL) high *= 2
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return high
}

type Played = { late_s: number[]; culprits: Batch[] }

// Earliest due date first; what is late is still done, before everything that is not.
function play(given: Deferrable, need: readonly number[]): Played {
  const { batches, workable } = given
  const coming = batches.toSorted((a, b) => a.at - b.at)
  const late_s = workable.map(() => 0)
  const culprits: Batch[] = []
  const waiting: (Batch & { left_s: number; counted: boolean })[] = []
  let next = 0
  for (let i = 0; i < workable.length; i++) {
    for (const each of waiting)
      if (each.due === i && !each.counted) {
        each.counted = true
        if (each.left_s > LITTLE_S) {
          late_s[i - 1]! += each.left_s
          culprits.push({ ...each, work_s: each.left_s })
        }
      }
    while (next < coming.length && coming[next]!.at <= i)
      insert(waiting, { ...coming[next]!, left_s: coming[next++]!.work_s, counted: false })
    let left = spare(given, i, need[i]!)
    while (left > 0 && waiting.length > 0) {
      const first = waiting[0]!
      const done = Math.min(left, first.left_s)
      first.left_s -= done
      left -= done
      if (first.left_s <= 0) waiting.shift()
    }
  }
  return { late_s, culprits }
}

function insert<Item extends Batch>(waiting: Item[], item: Item): void {
  let place = waiting.length
  while (place > 0 && waiting[place - 1]!.due > item.due) place--
  waiting.splice(place, 0, item)
}

// The last day on which a late batch could have been done is raised by what was missing on it.
function raise(levels: number[], culprits: readonly Batch[], { workable, day, most_busy, step_s }: Deferrable): boolean {
  const missing = new Map<number, { work_s: number; from: number; to: number }>()
  for (const { at, due, work_s } of culprits) {
    let last = Math.min(due, workable.length) - 1
    while (last >= at && !workable[last]) last--
    if (last < at) continue
    const known = missing.get(day[last]!)
    missing.set(day[last]!, {
      work_s: (known?.work_s ?? 0) + work_s,
      from: Math.min(known?.from ?? at, at),
      to: Math.max(known?.to ?? last, last),
    })
  }
  for (const [of, { work_s, from, to }] of missing) {
    const open = day.reduce((sum, d, i) => sum + Number(d === of && workable[i] && i >= from && i <= to), 0)
    levels[of] = levels[of]! + Math.max(1, Math.floor(work_s / (open * step_s * most_busy)))
  }
  return missing.size > 0
}
