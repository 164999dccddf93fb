// What will happen next: a heap of moments in typed arrays, four children to a parent (half as deep as two, and the four lie in one line of the
// processor's cache). Nothing is taken out before its time: whoever put it there marks it with a turn, and knows a turn that is over.
//
// Source: LaMarca & Ladner, "The influence of caches on the performance of heaps", JEA 1 (1996).

export type Calendar = {
  size: number
  at: Float64Array // seconds
  what: Int32Array
  turn: Int32Array
  readonly next: Float64Array // [0]: when what was taken last is due
  nextWhat: number
  nextTurn: number
}

export const newCalendar = (room = 1_024): Calendar => ({
  size: 0,
  at: new Float64Array(room),
  what: new Int32Array(room),
  turn: new Int32Array(room),
  next: new Float64Array(1),
  nextWhat: 0,
  nextTurn: 0,
})

/** Puts something down for `at` seconds. `what` and `turn` are the caller's, 32 bits each. */
export function put(calendar: Calendar, at: number, what: number, turn: number): void {
  if (calendar.size === calendar.at.length) grow(calendar)
  const { at: times, what: whats, turn: turns } = calendar
  let place = calendar.size++
  while (place > 0) {
    const parent = (place - 1) >> 2
    if (times[parent]! <= at) break // parents are within the heap
    times[place] = times[parent]!
    whats[place] = whats[parent]!
    turns[place] = turns[parent]!
    place = parent
  }
  times[place] = at
  whats[place] = what
  turns[place] = turn
}

/** Takes the earliest into `next`, `nextWhat`, `nextTurn`; false when nothing is left. */
export function take(calendar: Calendar): boolean {
  const { size, at: times, what: whats, turn: turns, next } = calendar
  if (size === 0) return false
  next[0] = times[0]!
  calendar.nextWhat = whats[0]!
  calendar.nextTurn = turns[0]!
  const last = size - 1
  calendar.size = last
  if (last > 0) sink(calendar, last)
  return true
}

// Puts the last one into the hole at the top and lets it sink to its place.
function sink(calendar: Calendar, last: number): void {
  const { at: times, what: whats, turn: turns } = calendar
  const at = times[last]!
  let place = 0
  for (;;) {
    const first = (place << 2) + 1
    if (first >= last) break
    let least = first
    let leastAt = times[first]!
    const end = first + 4 < last ? first + 4 : last
    for (let child = first + 1; child < end; child++) {
      const childAt = times[child]! // below the end
      if (childAt < leastAt) {
        least = child
        leastAt = childAt
      }
    }
    if (leastAt >= at) break
    times[place] = leastAt
    whats[place] = whats[least]!
    turns[place] = turns[least]!
    place = least
  }
  times[place] = at
  whats[place] = whats[last]!
  turns[place] = turns[last]!
}

function grow(calendar: Calendar): void {
  const room = calendar.at.length * 2
  const at = new Float64Array(room)
  const what = new Int32Array(room)
  const turn = new Int32Array(room)
  at.set(calendar.at)
  what.set(calendar.what)
  turn.set(calendar.turn)
  Object.assign(calendar, { at, what, turn })
}
