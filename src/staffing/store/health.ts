// What the doctor asks.
import { integer } from '#base/sql'
import type { Work } from '#base/work'

export const longReckoning = (work: Work, before: Temporal.Instant) => work.sql.one({ reckonings: integer })`
  select count(*) as reckonings from staffing.reckoning where tenant_id = ${work.tenant} and ended_at is null and asked_at < ${before}`

/** Days of the two weeks to come that nobody has reckoned since, while no reckoning is under way or came since. */
export const simulatedBefore = (work: Work, since: Temporal.Instant) => work.sql.one({ days: integer })`
  select count(*) as days from staffing.need
  where tenant_id = ${work.tenant} and how = 'simulation' and reckoned_at < ${since}
    and day >= (${work.now}::timestamptz at time zone 'UTC')::date and day < (${work.now}::timestamptz at time zone 'UTC')::date + 14
    and not exists (select from staffing.reckoning r where r.tenant_id = ${work.tenant} and (r.ended_at is null or (r.failed is null and r.began_at >= ${since})))`
