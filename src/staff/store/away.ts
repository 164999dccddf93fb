import { uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { PersonId } from '../contract.ts'

// Those an absence or a part time could make absent, and then the rule that says who is (staff.away_spans).
export const findAway = (work: Work, at: Temporal.Instant) => work.sql.many({ id: uuid<PersonId>() })`
  select p.id from (
    select person_id as id from staff.absence
    where tenant_id = ${work.tenant} and approved_at is not null and cancelled_at is null and starts_at <= ${at} and ends_at > ${at}
    union
    select person_id from staff.part_time
    where tenant_id = ${work.tenant} and days @> (${at}::timestamptz at time zone zone)::date
      and weekday = extract(isodow from ${at}::timestamptz at time zone zone)) p
  where exists (select from staff.away_spans(${work.tenant}, p.id, ${at}))
  limit 1000`
