// What is being written may hold a promise: it is proposed, never recorded by itself.
import * as cases from '#cases'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Proposal } from './contract.ts'
import { doorHours, endOfWorkingDay, workingDaysAhead, type DoorHours } from './door-hours.ts'
import { findPromises, readMoment, type Found, type When } from './rules/find-promises.ts'

type Asked = { case: CaseId; text: string; typed: boolean }

export async function propose(work: Work, { case: id, text, typed }: Asked): Promise<{ items: Proposal[] }> {
  const of = await cases.needCase(work, id, 'case.read')
  const door = await doorHours(work, of.entry_point_id)
  const here = { now: work.now, zone: door.zone }
  const typedMoment = typed ? readMoment(text, here) : null
  const found: Found[] = typed ? (typedMoment ? [typedMoment] : []) : findPromises(text, here)
  return { items: found.flatMap((each) => placed(each, door, work.now)) }
}

function placed({ start, end, quote, what, when }: Found, door: DoorHours, now: Temporal.Instant): Proposal[] {
  const { due_at, day } = momentOf(when, door, now)
  if (Temporal.Instant.compare(due_at, now) <= 0) return []
  return [
    { start, end, quote, what: what.slice(0, 500), due_at: due_at.toString(), day: day?.toString() ?? null, zone: door.zone },
  ]
}

function momentOf(
  when: When,
  door: DoorHours,
  now: Temporal.Instant,
): { due_at: Temporal.Instant; day: Temporal.PlainDate | null } {
  if (when.kind === 'moment') return { due_at: when.at, day: null }
  const day = when.kind === 'day' ? when.day : workingDaysAhead(door, when.count, now)
  return { due_at: endOfWorkingDay(door, day, now), day }
}
