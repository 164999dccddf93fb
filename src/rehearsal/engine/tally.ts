// What is counted while a replication is played: sums by queue and hour of the day in one typed array, waits in histograms. Everything else
// (the whole, each queue, each hour) is added up from these afterwards.

// Places of a cell.
export const OFFERED = 0
export const ANSWERED = 1 // somebody began to serve
export const ANSWERED_ON_LINE = 2 // of them, those who had not hung up for a call-back
export const ANSWERED_IN_TIME = 3
export const ABANDONED = 4
export const ABANDONED_IN_TIME = 5
export const BLOCKED = 6
export const CALLED_BACK = 7
export const RETRIED = 8
export const UNSERVED = 9
export const WAITED = 10 // had to wait at all
export const WAIT = 11 // seconds, of those answered on the line
export const ABANDONED_WAIT = 12 // seconds
export const HANDLING = 13 // seconds
export const FINISHED = 14
export const SOJOURN = 15 // seconds
export const HAD_DUE = 16
export const DUE_KEPT = 17
export const HAD_PERSON = 18
export const BY_PERSON = 19
export const OVERFLOWED = 20
export const LONGEST = 21 // seconds
export const CASES = 22
export const PEOPLE_MET = 23
export const WIDTH = 24

export const HOURS = 24

export type Tally = {
  readonly queues: number
  readonly sums: Float64Array // queue × hour × WIDTH
  readonly byQueue: Int32Array // waits: queue × BUCKETS
  readonly byHour: Int32Array // waits: hour × BUCKETS
  readonly busy: Float64Array // seconds somebody was busy within the counted time, of each person
  readonly overtime: Float64Array // seconds somebody was busy after the end of a shift, likewise
  readonly answeredBy: Float64Array // of each person
  readonly handlingBy: Float64Array // seconds, of each person
  events: number
  unresolved: number // contacts that there was no room to play
}

export function newTally(queues: number, people: number): Tally {
  return {
    queues,
    sums: new Float64Array(queues * HOURS * WIDTH),
    byQueue: new Int32Array(queues * BUCKETS),
    byHour: new Int32Array(HOURS * BUCKETS),
    busy: new Float64Array(people),
    overtime: new Float64Array(people),
    answeredBy: new Float64Array(people),
    handlingBy: new Float64Array(people),
    events: 0,
    unresolved: 0,
  }
}

export function clear(tally: Tally): void {
  for (const column of [tally.sums, tally.byQueue, tally.byHour, tally.busy, tally.overtime, tally.answeredBy, tally.handlingBy])
    column.fill(0)
  tally.events = 0
  tally.unresolved = 0
}

/** The cell of a contact: where its sums begin. */
export const cellOf = (queue: number, at: number): number => (queue * HOURS + (Math.floor(at / 3_600) % HOURS)) * WIDTH

// Waits are kept by the leading bits of their 32-bit float: 128 steps to each doubling, so that a quantile is right to 0.8 % of itself, from
// a hundredth of a second to a year; below that it is no wait.
const STEPS = 128
const LEAST = 120 * STEPS // 2^-7 s
const MOST = 152 * STEPS // 2^25 s
export const BUCKETS = MOST - LEAST + 1

const float = new Float32Array(1)
const bits = new Int32Array(float.buffer)

export function bucketOf(wait: number): number {
  float[0] = wait
  const leading = bits[0]! >> 16
  return leading < LEAST ? 0 : leading >= MOST ? BUCKETS - 1 : leading - LEAST + 1
}

/** The lower and upper end of a bucket, in seconds. */
export function endsOf(bucket: number): { from: number; to: number } {
  if (bucket === 0) return { from: 0, to: 0 }
  return { from: secondsAt(bucket + LEAST - 1), to: secondsAt(bucket + LEAST) }
}

function secondsAt(leading: number): number {
  bits[0] = leading << 16
  return float[0]!
}
