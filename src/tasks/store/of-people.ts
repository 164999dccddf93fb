import type { PersonId } from '#base/contract'
import { integer, uuid } from '#base/sql'
import type { Work } from '#base/work'
import { open } from './row.ts'

// Of a team's task the one who took it has it.
export const tasksBy = (work: Work, people: readonly PersonId[]) => work.sql.many({
  person_id: uuid<PersonId>(),
  open: integer,
  late: integer,
})`
  select coalesce(t.taken_by_id, t.person_id) as person_id, count(*) as open, count(*) filter (where t.due_at <= ${work.now}) as late
  from tasks.task t
  where t.tenant_id = ${work.tenant} and ${open} and t.begun_at is not null and t.answered_at is null and t.declined_at is null
    and (t.person_id = any(${people}::uuid[]) or t.taken_by_id = any(${people}::uuid[]))
  group by 1`
