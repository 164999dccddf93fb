import { part, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId } from '../contract.ts'
import { absentAt } from './person.ts'

// Who is close to an owner: the deputy of the absence under way, the standing deputy, the managers, the colleagues.
const close = (work: Work, owner: PersonId) => part`
  (select id, min(rank) as rank
  from (
    select deputy_id as id, 0 as rank from staff.absence
    where tenant_id = ${work.tenant} and person_id = ${owner} and cancelled_at is null and starts_at <= ${work.now} and ends_at > ${work.now}
    union all
    select deputy_id, 1 from staff.person where tenant_id = ${work.tenant} and id = ${owner}
    union all
    select t.manager_id, 2 from staff.membership m join staff.team t on t.tenant_id = m.tenant_id and t.id = m.team_id
    where m.tenant_id = ${work.tenant} and m.person_id = ${owner} and m.left_at is null and t.closed_at is null
    union all
    select other.person_id, 3 from staff.membership m
    join staff.team t on t.tenant_id = m.tenant_id and t.id = m.team_id
    join staff.membership other on other.tenant_id = m.tenant_id and other.team_id = m.team_id and other.left_at is null
    where m.tenant_id = ${work.tenant} and m.person_id = ${owner} and m.left_at is null and t.closed_at is null
  ) as candidate
  where id is not null
  group by id)`

const beforeOthers = part`case here.state when 'available' then 0 when 'busy' then 1 when 'away' then 2 else 3 end, p.joined_at, p.id`
const presence = (work: Work) => part`left join staff.presence here on here.tenant_id = ${work.tenant} and here.person_id = p.id`

// Nearly always somebody close is here, and the whole staff need not be looked at.
export const findCloseDeputy = (work: Work, owner: PersonId) => work.sql.maybeOne({ id: uuid<PersonId>() })`
  select p.id
  from ${close(work, owner)} as close
  join staff.person p on p.tenant_id = ${work.tenant} and p.id = close.id ${absentAt(work, work.now)} ${presence(work)}
  where p.id <> ${owner} and p.left_at is null and a.id is null
  order by close.rank, ${beforeOthers}
  limit 1`

// Who is here before who is away, then who is close.
export const findAnyDeputy = (work: Work, owner: PersonId) => work.sql.maybeOne({ id: uuid<PersonId>() })`
  select p.id
  from staff.person p left join ${close(work, owner)} as close on close.id = p.id ${absentAt(work, work.now)} ${presence(work)}
  where p.tenant_id = ${work.tenant} and p.id <> ${owner} and p.left_at is null
  order by a.id is not null, coalesce(close.rank, 4), ${beforeOthers}
  limit 1`
