// What the doctor asks.
import type { PersonId } from '#base/contract'
import { instant, integer, nullable, uuid } from '#base/sql'
import type { Work } from '#base/work'

export const longRunning = (work: Work, before: Temporal.Instant) => work.sql.one({ runs: integer })`
  select count(*) as runs from scheduling.run where tenant_id = ${work.tenant} and ended_at is null and asked_at < ${before}`

export const offersPast = (work: Work, before: Temporal.Instant) => work.sql.one({ offers: integer })`
  select count(*) as offers from scheduling.open_shift where tenant_id = ${work.tenant} and ended_at is null and closes_at < ${before}`

export const feedsAlive = (work: Work) => work.sql.many({ person: uuid<PersonId>(), count: integer })`
  select person_id as person, count(*) as count from scheduling.feed where tenant_id = ${work.tenant} and revoked_at is null group by person_id limit 5000`

/** When the last shift that people see begins. */
export const lastPublished = (work: Work) => work.sql.one({ last: nullable(instant) })`
  select max(starts_at) as last from scheduling.in_force where tenant_id = ${work.tenant} and cancelled_at is null`
