// What happens to a task, written where it is kept. What happened is never before what led to it, even if the machine's clock went back meanwhile.
import type { PersonId } from '#base/contract'
import { part } from '#base/sql'
import { actorId, type Work } from '#base/work'
import type { TeamId } from '#staff/contract'
import type { PartyId, TaskId } from '../contract.ts'
import { columns, row } from './row.ts'

type Time = { due_at: Temporal.Instant; due_soon_at: Temporal.Instant | null }

export const recordBegun = (work: Work, id: TaskId, time: Time) => work.sql.run`
  update tasks.task set begun_at = greatest(${work.now}, asked_at), due_at = ${time.due_at}, due_soon_at = ${time.due_soon_at}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and begun_at is null`

export const recordWaiting = (work: Work, id: TaskId) => work.sql.run`
  update tasks.task set begun_at = null, due_at = null, due_soon_at = null, warned_at = null, seen_at = null, seen_by_id = null, taken_at = null,
    taken_by_id = null, declined_at = null, declined_because = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordSeen = (work: Work, id: TaskId, person: PersonId | null) => work.sql.run`
  update tasks.task set seen_at = greatest(${work.now}, begun_at), seen_by_id = ${person}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and seen_at is null and begun_at is not null`

export const recordTaken = (work: Work, id: TaskId, person: PersonId) => work.sql.run`
  update tasks.task set taken_at = greatest(${work.now}, begun_at), taken_by_id = ${person}, seen_at = coalesce(seen_at, greatest(${work.now}, begun_at)),
    seen_by_id = coalesce(seen_by_id, ${person}), declined_at = null, declined_because = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordLetGo = (work: Work, id: TaskId) => work.sql.run`
  update tasks.task set taken_at = null, taken_by_id = null, version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`

export const recordAnswered = (work: Work, id: TaskId, at: Temporal.Instant) => work.sql.run`
  update tasks.task set answered_at = greatest(${at}, begun_at), seen_at = coalesce(seen_at, greatest(${at}, begun_at)), declined_at = null,
    declined_because = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordAccepted = (work: Work, id: TaskId) => work.sql.run`
  update tasks.task set accepted_at = greatest(${work.now}, answered_at), accepted_by = ${actorId(work.actor)}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

type Back = Time & {
  because: string
  minutes?: number | null
  due_by?: Temporal.Instant | null
  over_case_due_at: Temporal.Instant | null
}
export const recordSentBack = (work: Work, id: TaskId, b: Back) => work.sql.run`
  update tasks.task set answered_at = null, sent_back_at = ${work.now}, sent_back_because = ${b.because}, sent_back = sent_back + 1, due_at = ${b.due_at},
    due_soon_at = ${b.due_soon_at}, warned_at = null, over_case_due_at = coalesce(${b.over_case_due_at}, over_case_due_at), version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordDeclined = (work: Work, id: TaskId, because: string) => work.sql.run`
  update tasks.task set declined_at = greatest(${work.now}, begun_at), declined_because = ${because}, taken_at = null, taken_by_id = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export type Whose = { team_id: TeamId | null; person_id: PersonId | null; party_id: PartyId | null }
type Redirected = Whose & {
  minutes: number | null
  due_by: Temporal.Instant | null
  due_at: Temporal.Instant | null
  due_soon_at: Temporal.Instant | null
  over_case_due_at: Temporal.Instant | null
}
// It is as new to whoever is asked now; when it waits, it goes on waiting.
export const recordRedirected = (work: Work, id: TaskId, r: Redirected) => work.sql.run`
  update tasks.task set team_id = ${r.team_id}, person_id = ${r.person_id}, party_id = ${r.party_id}, minutes = ${r.minutes}, due_by = ${r.due_by},
    begun_at = case when begun_at is null then null else greatest(${work.now}, asked_at) end, due_at = ${r.due_at}, due_soon_at = ${r.due_soon_at},
    warned_at = null, over_case_due_at = ${r.over_case_due_at}, seen_at = null, seen_by_id = null, taken_at = null, taken_by_id = null,
    declined_at = null, declined_because = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

// Whoever takes over from somebody who leaves goes on with it as it stands.
export const recordPassed = (work: Work, id: TaskId, to: { person_id: PersonId | null; taken_by_id: PersonId | null }) => work.sql
  .run`
  update tasks.task set person_id = ${to.person_id}, taken_by_id = ${to.taken_by_id},
    taken_at = case when ${to.taken_by_id}::uuid is null then null else taken_at end, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordOwner = (work: Work, ids: readonly TaskId[], owner: PersonId) => work.sql.run`
  update tasks.task set owner_id = ${owner}, version = version + 1 where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

export const recordCancelled = (work: Work, id: TaskId, because: string) => work.sql.run`
  update tasks.task set cancelled_at = greatest(${work.now}, asked_at), cancelled_by = ${actorId(work.actor)}, cancelled_because = ${because},
    version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

export const recordLeftOpen = (work: Work, ids: readonly TaskId[]) => work.sql.run`
  update tasks.task set left_open_at = ${work.now}, version = version + 1
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and left_open_at is null`

export const eraseLeftOpen = (work: Work, ids: readonly TaskId[]) => work.sql.run`
  update tasks.task set left_open_at = null, version = version + 1 where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

type Words = { title: string; text: string; html: string | null }
export const recordWords = (work: Work, id: TaskId, w: Words) => work.sql.run`
  update tasks.task set title = ${w.title}, text = ${w.text}, html = ${w.html}, version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`

type Deadline = {
  minutes: number | null
  due_by: Temporal.Instant | null
  over_case_due_at: Temporal.Instant | null
  time: Time | null
}
export const recordDeadline = (work: Work, id: TaskId, d: Deadline) => work.sql.run`
  update tasks.task set minutes = ${d.minutes}, due_by = ${d.due_by}, over_case_due_at = ${d.over_case_due_at}, due_at = ${d.time?.due_at},
    due_soon_at = ${d.time?.due_soon_at}, warned_at = null, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id}`

// The clock. Whatever fell due by now and nobody else is at, together: those by a day all fall due at closing.
const owed = part`t.begun_at is not null and t.answered_at is null and t.declined_at is null and t.accepted_at is null and t.cancelled_at is null`
const overdue = part`t.due_at is not null and t.due_at is distinct from t.late_for`
const setLate = (
  work: Work,
) => part`late_at = coalesce(t.late_at, greatest(${work.now}, t.due_at)), fell_due_at = coalesce(t.fell_due_at, t.due_at),
    late_team_id = case when t.late_at is null then t.team_id else t.late_team_id end, late_for = t.due_at, version = t.version + 1`

export const recordLate = (work: Work, id: TaskId) => work.sql.run`
  update tasks.task t set ${setLate(work)} where t.tenant_id = ${work.tenant} and t.id = ${id} and ${overdue} and t.due_at <= ${work.now}`

export const lateDue = (work: Work, most: number) => work.sql.many(row)`
  update tasks.task t set ${setLate(work)}
  where t.tenant_id = ${work.tenant} and t.id in (
    select t.id from tasks.task t
    where t.tenant_id = ${work.tenant} and t.due_at <= ${work.now} and ${overdue} and ${owed}
    order by t.due_at, t.id limit ${most} for no key update skip locked)
  returning ${columns}`

export const warnDue = (work: Work, most: number) => work.sql.many(row)`
  update tasks.task t set warned_at = greatest(${work.now}, t.due_soon_at), version = t.version + 1
  where t.tenant_id = ${work.tenant} and t.id in (
    select t.id from tasks.task t
    where t.tenant_id = ${work.tenant} and t.due_soon_at <= ${work.now} and t.due_at > ${work.now} and t.warned_at is null and ${owed}
    order by t.due_soon_at limit ${most} for no key update skip locked)
  returning ${columns}`
