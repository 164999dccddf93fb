// Work that can wait (mail, letters, tasks): so many people that every due date holds, as evenly as the dates allow. Time is cut into intervals, numbered
// from 0; work is measured in seconds of one person.
import { serveByDueDate } from './by-due-date.ts'
import { evenSpeeds, type Slot } from './even-speeds.ts'

/** There from the beginning of interval `from`, to be done before the beginning of interval `due` (> from; beyond the last: by its end). */
export type DueWork = { from: number; due: number; work_s: number }

export type DueAsk = {
  intervals: number
  interval_s: number
  work: readonly DueWork[]
  open?: readonly boolean[] // people may be there; without it always
  free_s?: readonly number[] // seconds of people who are there anyway, left over by those who wait
  most_busy?: number // share of an hour in which somebody at it really is at it (an occupancy ceiling); 1 without it
}

export type DueAnswer = {
  agents: number[] // whole people beside those who are there anyway, per interval
  even: number[] // the same before it was made whole: the flattest that keeps every date
  free_used_s: number[] // of the time that was there anyway; it is used first
  backlog_s: number[] // work left at the end of each interval
  late_s: number[] // per interval: work that should have been done before its end and was not; 0 unless nobody may be there in time
}

/**
 * The flattest staffing that keeps every due date, then the least whole numbers that still do. Flattest in the sense that its highest interval is as low as
 * can be, then the next, and so on: where work piles up before its date (no schedule can do with fewer), people are spread evenly, and the rest likewise.
 * Source: Yao, Demers & Shenker, "A scheduling model for reduced CPU energy" (1995), critical intervals; earliest due date first keeps all dates that can
 * be kept (Jackson 1955; Horn 1974). Work whose whole time falls when nobody may be there is done as soon as somebody may, and told as late.
 */
export function peopleForDueWork(ask: DueAsk): DueAnswer {
  const open = Array.from({ length: ask.intervals }, (_, i) => ask.open?.[i] ?? true)
  const free_s = Array.from({ length: ask.intervals }, (_, i) => (open[i] ? Math.max(0, ask.free_s?.[i] ?? 0) : 0))
  const asked = ask.work.filter(({ work_s }) => work_s > 0)
  const work = asked.map((each) => moved(each, open))
  const person_s = ask.interval_s * (ask.most_busy ?? 1)
  const even = evenSpeeds(work, slotsOf(open, free_s, person_s))
  const served = (agents: readonly number[]) =>
    serveByDueDate(
      work,
      agents.map((people, i) => people * person_s + (free_s[i] ?? 0)),
    )
  const agents = wholePeople(even, (some) => served(some).kept)
  const { backlog_s, done_s } = served(agents)
  const free_used_s = done_s.map((done, i) => Math.min(done, free_s[i] ?? 0))
  return { agents, even, free_used_s, backlog_s, late_s: lateWork(asked, work, ask.intervals) }
}

const slotsOf = (open: readonly boolean[], free_s: readonly number[], person_s: number): Slot[] =>
  open.map((isOpen, i) => ({ person_s: isOpen ? person_s : 0, free_s: free_s[i] ?? 0 }))

// Work that nobody may do before it is due becomes due with the first interval in which somebody may; with none left, it stays where it is.
function moved({ from, due, work_s }: DueWork, open: readonly boolean[]): DueWork {
  const begins = Math.max(0, from)
  const ends = Math.min(open.length, Math.max(due, begins + 1))
  if (open.slice(begins, ends).includes(true)) return { from: begins, due: ends, work_s }
  const next = open.indexOf(true, begins)
  return next < 0 ? { from: begins, due: open.length + 1, work_s } : { from: next, due: next + 1, work_s }
}

// Rounded up everywhere, then fewer wherever every date still holds: from the last interval on, so that work is done early rather than late.
function wholePeople(even: readonly number[], keeps: (agents: readonly number[]) => boolean): number[] {
  const agents = even.map((people) => Math.max(0, Math.ceil(people - 1e-9)))
  if (!keeps(agents)) return agents
  for (let i = agents.length - 1; i >= 0; i--) {
    for (let people = agents[i] ?? 0; people > 0; people--) {
      agents[i] = people - 1
      if (keeps(agents)) continue
      agents[i] = people
      break
    }
  }
  return agents
}

// What could not be done by its date because nobody may be there: late from then until somebody may.
function lateWork(asked: readonly DueWork[], work: readonly DueWork[], intervals: number): number[] {
  const late = Array.from({ length: intervals }, () => 0)
  for (const [at, { due, work_s }] of work.entries()) {
    const was = Math.max(asked[at]?.due ?? 0, (asked[at]?.from ?? 0) + 1)
    for (let i = was - 1; i < Math.min(due - 1, intervals); i++) late[i] = (late[i] ?? 0) + work_s
  }
  return late
}
