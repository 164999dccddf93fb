// The day from now until tonight, as everything that could be done about it is thought of: who waits, who is expected, who is there and until when.
// Times in milliseconds since 1970.
import { without } from './adherence.ts'
import type { Span } from './doing.ts'
import type { LevelFormula } from './level.ts'
import type { Sort } from './planned.ts'

export type QueueNow = {
  key: string
  label: string
  own: boolean // of the group this is about; false: of others, who might help or would pay for it
  deferred: boolean
  within_s: number
  target: number // share
  formula: LevelFormula
  so_far: { kept: number; of: number }
  call_back_after_s: number | null // the rules offer a call-back after so long
}
export type StreamNow = {
  queue: string
  channel: string
  coming: readonly number[] // contacts expected in each interval, the one under way first: what is left of it
  waiting: number
  handling_s: number
  patience_s: number | null
  at_once: number
  speeds?: readonly number[] // of each of several at once, where the targets tell
}
export type ActivityNow = Span & { id: string; kind: string; sort: Sort; name: string }
export type PersonNow = {
  id: string
  name: string
  shift: (Span & { id: string }) | null // null: not planned today; who is here all the same stays until tonight
  activities: readonly ActivityNow[]
  away: readonly Span[]
  here: boolean // at work now, or expected to be when their shift begins
  from: number // at work from then: now, or when the shift begins, or when who is late may come
  in_hand: readonly { channel: string; until: number }[] // what they serve now, and until when about
  queues: Readonly<Record<string, number>> // preference by queue they serve, 1 to 5
  could: readonly string[] // queues they have the skills for, theirs or not
  chats: number | null // at once, where it is not what the rules say
  longer_min: number // by law they could stay this much longer today, from the end of the shift
  may_come: Span | null // not on duty: when they could lawfully be asked to come
}
export type Situation = {
  now: number
  until: number // tonight
  interval_ms: number
  group: string
  queues: readonly QueueNow[]
  streams: readonly StreamNow[]
  people: readonly PersonNow[]
  chats_at_once: number // by the rules, where a person has no number of their own
}

/** When somebody works from now on, in order: their shift without rests, trainings and absences. */
export function workOf(
  { shift, activities, away, here, from }: PersonNow,
  { now, until }: Pick<Situation, 'now' | 'until'>,
): Span[] {
  if (!here) return []
  const whole = shift ?? { from: now, to: until }
  const begins = Math.max(whole.from, from, now)
  const ends = Math.min(whole.to, until)
  if (begins >= ends) return []
  return without({ from: begins, to: ends }, [...activities, ...away])
}

/** People at work on some queues, on average of each interval from now on. */
export function peopleOn(situation: Situation, queues: ReadonlySet<string>): number[] {
  const { now, until, interval_ms, people } = situation
  const count = Math.max(1, Math.ceil((until - now) / interval_ms))
  const line = Array.from({ length: count }, () => 0)
  for (const person of people) {
    if (!Object.entries(person.queues).some(([queue, preference]) => preference > 0 && queues.has(queue))) continue
    for (const span of workOf(person, situation)) addTo(line, span, situation)
  }
  return line
}

function addTo(line: number[], { from, to }: Span, { now, until, interval_ms }: Situation): void {
  for (let at = Math.floor((from - now) / interval_ms); at < line.length && now + at * interval_ms < to; at++) {
    const begins = now + at * interval_ms
    const length = Math.min(interval_ms, until - begins)
    line[at]! += Math.max(0, Math.min(to, begins + length) - Math.max(from, begins)) / length
  }
}
