// A task as it is kept.
import type { PersonId } from '#base/contract'
import { instant, integer, nullable, part, text, uuid } from '#base/sql'
import type { CaseId } from '#cases/contract'
import type { TeamId } from '#staff/contract'
import type { PartyId, ProcedureId, TaskId } from '../contract.ts'

const person = nullable(uuid<PersonId>())
const moment = nullable(instant)
export const row = {
  id: uuid<TaskId>(), case_id: uuid<CaseId>(), brand_id: uuid(), place: integer, title: text, team_id: nullable(uuid<TeamId>()), person_id: person,
  party_id: nullable(uuid<PartyId>()), owner_id: uuid<PersonId>(), asked_at: instant, asked_by_id: person, procedure_id: nullable(uuid<ProcedureId>()),
  minutes: nullable(integer), due_by: moment, begun_at: moment, due_at: moment, due_soon_at: moment, warned_at: moment, late_at: moment, late_for: moment,
  over_case_due_at: moment, seen_at: moment, seen_by_id: person, taken_at: moment, taken_by_id: person, answered_at: moment, declined_at: moment,
  declined_because: nullable(text), sent_back_at: moment, sent_back_because: nullable(text), accepted_at: moment, cancelled_at: moment,
  cancelled_because: nullable(text), left_open_at: moment, version: integer,
} // prettier-ignore

export const columns = part`t.id, t.case_id, t.brand_id, t.place, t.title, t.team_id, t.person_id, t.party_id, t.owner_id, t.asked_at, t.asked_by_id,
  t.procedure_id, t.minutes, t.due_by, t.begun_at, t.due_at, t.due_soon_at, t.warned_at, t.late_at, t.late_for, t.over_case_due_at, t.seen_at, t.seen_by_id,
  t.taken_at, t.taken_by_id, t.answered_at, t.declined_at, t.declined_because, t.sent_back_at, t.sent_back_because, t.accepted_at, t.cancelled_at,
  t.cancelled_because, t.left_open_at, t.version`

export type TaskRow = { [Name in keyof typeof row]: (typeof row)[Name] extends { read(value: string): infer T } ? T : never }

export const open = part`t.accepted_at is null and t.cancelled_at is null`
