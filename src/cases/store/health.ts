// What the constraints make impossible, counted: a constraint that was dropped by hand shows here.
import { integer } from '#base/sql'
import type { Work } from '#base/work'

export const countOrphans = (work: Work) => work.sql.one({ without_owner: integer, with_two: integer, owner_gone: integer })`
  select
    (select count(*) from cases."case" c where c.tenant_id = ${work.tenant} and not exists (
      select from cases.ownership o where o.tenant_id = c.tenant_id and o.id = c.ownership_id and o.until is null and o.person_id = c.owner_id)) as without_owner,
    (select count(*) from (select case_id from cases.ownership o where o.tenant_id = ${work.tenant} and o.until is null group by case_id having count(*) > 1) two) as with_two,
    (select count(*) from cases."case" c where c.tenant_id = ${work.tenant} and c.closed_at is null and exists (
      select from staff.person p where p.tenant_id = c.tenant_id and p.id = c.owner_id and p.left_at is not null)) as owner_gone`

// Past instants that nobody, or more than one, answers for; and histories that do not begin with the case.
export const countGaps = (work: Work) => work.sql.one({ broken: integer })`
  select count(*) as broken from (
    select o.since, o.place, lag(o.place) over w as place_before, lag(o.until) over w as until_before, c.opened_at
    from cases.ownership o join cases."case" c on c.tenant_id = o.tenant_id and c.id = o.case_id
    where o.tenant_id = ${work.tenant}
    window w as (partition by o.case_id order by o.place)) told
  where since is distinct from coalesce(until_before, opened_at) or place <> coalesce(place_before, 0) + 1`

export const countStrays = (work: Work) => work.sql.one({ merged_astray: integer, closed_over: integer })`
  select
    (select count(*) from cases."case" c where c.tenant_id = ${work.tenant} and c.main_id is not null and not exists (
      select from cases."case" m join cases.merge e on e.tenant_id = m.tenant_id and e.merged_id = c.id and e.undone_at is null
      where m.tenant_id = c.tenant_id and m.id = c.main_id and m.main_id is null and m.owner_id = c.owner_id)) as merged_astray,
    (select count(*) from cases.blocker b join cases."case" c on c.tenant_id = b.tenant_id and c.id = b.case_id
      where b.tenant_id = ${work.tenant} and b.ended_at is null and c.closed_at is not null and not exists (
        select from cases.closure k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.ended_at is null and k.because is not null)) as closed_over`
