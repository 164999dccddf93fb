// By when a task is due, and whether that lies within the case's own deadline.
import { pastCaseDeadline, deadlineNeeded, deadlinePast, deadlineTooFar, type Deadline, type Fit } from './contract.ts'
import { refuse, type Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import { caseDue, type CaseDue } from './case-due.ts'
import type { OwnHours } from './hours-for.ts'
import { dueAfter, mostMinutes, warnAt } from './own-time.ts'

const MOST_DAYS_AHEAD = 366

export type Agreed = {
  minutes: number | null
  due_by: Temporal.Instant | null
  due_at: Temporal.Instant // when it falls due, if it begins when expected
  over_case_due_at: Temporal.Instant | null
}
type Wish = { of: CaseId; deadline: Deadline | undefined; own: OwnHours; begins: Temporal.Instant; knowingly: boolean }

export async function agree(work: Work, wish: Wish): Promise<Agreed> {
  const { own, begins, knowingly } = wish
  const { minutes, due_by } = said(wish.deadline, own)
  const due_at = due_by ?? dueAfter(own.hours, begins, minutes!)
  if (!due_at || due_at.epochMilliseconds > work.now.add({ hours: 24 * MOST_DAYS_AHEAD }).epochMilliseconds)
    throw refuse(deadlineTooFar, { due_at: due_at?.toString() ?? null })
  if (Temporal.Instant.compare(due_at, work.now) <= 0) throw refuse(deadlinePast, { due_at: due_at.toString() })
  const within = await caseDue(work, wish.of)
  const over = within !== null && isAfter(due_at, within.due_at)
  if (over && !within.late && !knowingly) throw refuse(pastCaseDeadline, pastDetails(due_at, within, latest(within, own, begins)))
  return { minutes, due_by, due_at, over_case_due_at: over ? within.due_at : null }
}

const said = (deadline: Deadline | undefined, own: OwnHours): { minutes: number | null; due_by: Temporal.Instant | null } => {
  if (deadline && 'at' in deadline) return { minutes: null, due_by: Temporal.Instant.from(deadline.at) }
  const minutes = deadline?.minutes ?? own.usual_minutes
  if (minutes === null) throw refuse(deadlineNeeded, {})
  return { minutes, due_by: null }
}

const pastDetails = (due_at: Temporal.Instant, within: CaseDue, { latest_at, latest_minutes }: Latest) => ({
  due_at: due_at.toString(), case_due_at: within.due_at.toString(), why: within.why, latest_at, latest_minutes,
}) // prettier-ignore

type Latest = { latest_at: string | null; latest_minutes: number | null }
function latest(within: CaseDue, own: OwnHours, begins: Temporal.Instant): Latest {
  const left = isAfter(within.due_at, begins)
  return {
    latest_at: left ? within.due_at.toString() : null,
    latest_minutes: left ? mostMinutes(own.hours, begins, within.due_at) : null,
  }
}

/** The same, said without refusing: for whoever is still choosing. */
export async function look(work: Work, { of, own, begins, deadline }: Omit<Wish, 'knowingly'>): Promise<Fit> {
  const within = await caseDue(work, of)
  const { minutes, due_at } = wished(deadline, own, begins)
  const fits = !within || !due_at || !isAfter(due_at, within.due_at)
  const left = within && !within.late ? latest(within, own, begins) : { latest_at: null, latest_minutes: null }
  return {
    ...left, fits, minutes, due_at: due_at?.toString() ?? null, begins_at: begins.toString(), calendar: own.calendar, zone: own.zone,
    ...(within ? { case_due_at: within.due_at.toString(), why: within.why } : { case_due_at: null, why: null }),
  } // prettier-ignore
}

function wished(
  deadline: Deadline | undefined,
  own: OwnHours,
  begins: Temporal.Instant,
): { minutes: number | null; due_at: Temporal.Instant | null } {
  if (deadline && 'at' in deadline) return { minutes: null, due_at: Temporal.Instant.from(deadline.at) }
  const minutes = deadline?.minutes ?? own.usual_minutes
  return { minutes, due_at: minutes === null ? null : dueAfter(own.hours, begins, minutes) }
}

export type Running = { due_at: Temporal.Instant; due_soon_at: Temporal.Instant | null }
/** What its clock says once it begins: now. */
export function running(
  task: { minutes: number | null; due_by: Temporal.Instant | null },
  own: OwnHours,
  now: Temporal.Instant,
): Running {
  const due_at = task.due_by ?? dueAfter(own.hours, now, task.minutes!) ?? now.add({ hours: 24 * MOST_DAYS_AHEAD }) // hours that never open again
  return { due_at, due_soon_at: isAfter(due_at, now) ? warnAt(own.hours, now, due_at) : null }
}

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0
