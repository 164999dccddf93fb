// Statements that offend against what must hold, and the constraints that refuse them: only for the walk (cases/histories), which shows that the
// database refuses each, and what would be noticed if it did not.
import type { Work } from '#base/work'

export const endAll = (work: Work) => work.sql.run`
  update cases.ownership set until = greatest(${work.now}::timestamptz, since) where tenant_id = ${work.tenant} and until is null`

export const answerTwice = (work: Work) => work.sql.run`
  insert into cases.ownership (tenant_id, id, case_id, person_id, chosen_by, since, by, place)
      select tenant_id, gen_random_uuid(), case_id, person_id, 'assigned', ${work.now}, 'offender', place + 1
      from cases.ownership where tenant_id = ${work.tenant} and until is null`

export const openGap = (work: Work) => work.sql.run`
  update cases.ownership set until = since + (until - since) / 2 where tenant_id = ${work.tenant} and until > since + interval '2 minutes'`

export const closeAround = (work: Work) => work.sql.run`
  update cases."case" c set closed_at = ${work.now}, closed_by = 'offender' where tenant_id = ${work.tenant} and closed_at is null and exists (
        select from cases.blocker b where b.tenant_id = c.tenant_id and b.case_id = c.id and b.ended_at is null)`

export const goAstray = (work: Work) => work.sql.run`
  update cases."case" set main_id = null where tenant_id = ${work.tenant} and main_id is not null`

export const TAKEN_AWAY = `
  alter table cases."case" drop constraint always_one_owner;
  alter table cases.ownership drop constraint no_gap, drop constraint one_in_each_place;
  drop trigger closes_over_nothing on cases."case";
  drop trigger answered_with_its_main on cases."case";
  drop trigger answered_from_the_opening on cases.ownership`
