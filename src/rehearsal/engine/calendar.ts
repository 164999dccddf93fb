// What will happen next: a heap of moments in typed arrays, four children to a parent (half as deep as two, and the four lie in one line of the
// processor's cache). Nothing is taken out before its time: whoever put it there marks it with a turn, and knows a turn that is over.
//
// Source: LaMarca & Ladner, "The influence of caches on the performance of heaps", JEA 1 (1996).

export type Calendar = {
  size: number // the one that was taken last included, until its place is filled
  hole: boolean // the first place is empty: what is put down next sinks from there, which spares a climb and a fall
  at: Float64Array // seconds
  what: Int32Array
  turn: Int32Array
  readonly next: Float64Array // [0]: when what was taken last is due
  nextWhat: number
  nextTurn: number
}

export const newCalendar = (room = 1_024): Calendar => ({
  size: 0,
  hole: false,
  at: new Float64Array(room),
  what: new Int32Array(room),
  turn: new Int32Array(room),
  next: new Float64Array(1),
  nextWhat: 0,
  nextTurn: 0,
})

export function empty(calendar: Calendar): void {
  calendar.size = 0
  calendar.hole = false
}

/** Puts something down for `at` seconds. `what` and `turn` are the caller's, 32 bits each. */
// oxlint-disable-next-line max-params -- on the way of every event: an object would be made for each
export function put(calendar: Calendar, at: number, what: number, turn: number): void {
  const place = calendar.hole ? sink(calendar, at) : climb(calendar, at)
  calendar.hole = false
  calendar.at[place] = at
  calendar.what[place] = what
  calendar.turn[place] = turn
}

// A new place at the end rises until `at` may stand in it; gives its place.
function climb(calendar: Calendar, at: number): number {
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
  return place
}

/** When the earliest is due, in seconds; Infinity when nothing is there. */
export function dueOf(calendar: Calendar): number {
  if (calendar.hole) fill(calendar)
  return calendar.size > 0 ? calendar.at[0]! : Number.POSITIVE_INFINITY
}

/** Takes the earliest into `next`, `nextWhat`, `nextTurn`; false when nothing is left. */
export function take(calendar: Calendar): boolean {
  if (calendar.hole) fill(calendar)
  if (calendar.size === 0) return false
  calendar.next[0] = calendar.at[0]!
  calendar.nextWhat = calendar.what[0]!
  calendar.nextTurn = calendar.turn[0]!
  calendar.hole = true
  return true
}

// Nothing was put down since the last was taken: the last of the heap fills the hole.
function fill(calendar: Calendar): void {
  calendar.hole = false
  const last = --calendar.size
  if (last === 0) return
  const { at, what, turn } = calendar
  const place = sink(calendar, at[last]!)
  at[place] = at[last]!
  what[place] = what[last]!
  turn[place] = turn[last]!
}

// Lets the hole at the top sink until `at` may stand in it; gives its place.
function sink({ size, at: times, what: whats, turn: turns }: Calendar, at: number): number {
  let place = 0
  for (;;) {
    const first = (place << 2) + 1
    if (first >= size) return place
    let least = first
    let leastAt = times[first]!
    const end = first + 4 < size ? first + 4 : size
    for (let child = first + 1; child < end; child++) {
      const childAt = times[child]! // below the end
      if (childAt < leastAt) {
        least = child
        leastAt = childAt
      }
    }
    if (leastAt >= at) return place
    times[place] = leastAt
    whats[place] = whats[least]!
    turns[place] = turns[least]!
    place = least
  }
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
