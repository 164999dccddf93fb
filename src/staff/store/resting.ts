import { integer, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId } from '../contract.ts'

const row = { id: uuid(), name: text, all: integer }

export const restingAsManager = (work: Work, person: PersonId, most: number) => work.sql.many(row)`
  select id, name, count(*) over () as all from staff.team
  where tenant_id = ${work.tenant} and manager_id = ${person} and closed_at is null order by name, id limit ${most}`

export const restingAsDeputy = (work: Work, person: PersonId, most: number) => work.sql.many(row)`
  select id, name, count(*) over () as all from staff.person
  where tenant_id = ${work.tenant} and deputy_id = ${person} and left_at is null order by name, id limit ${most}`

// Absences to come or under way, and weeks with a free part.
export const restingOnAbsences = (work: Work, person: PersonId, most: number) => work.sql.many(row)`
  select id, name, count(*) over () as all from (
    select a.id, p.name, a.starts_at from staff.absence a join staff.person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${work.tenant} and a.deputy_id = ${person} and a.cancelled_at is null and a.declined_at is null and a.ends_at > ${work.now}
    union all
    select t.id, p.name, null from staff.part_time t join staff.person p on p.tenant_id = t.tenant_id and p.id = t.person_id
    where t.tenant_id = ${work.tenant} and t.deputy_id = ${person} and upper_inf(t.days)
  ) as resting order by starts_at nulls last, id limit ${most}`
