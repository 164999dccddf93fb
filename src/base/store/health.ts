import { instant, integer, nullable, type Sql } from '../sql.ts'

export const workload = (sql: Sql) => sql.one({ parked_events: integer, parked_jobs: integer, oldest_due: nullable(instant) })`
  select (select count(*) from base.parked) as parked_events,
    (select count(*) from base.job where parked_at is not null) as parked_jobs,
    (select min(greatest(due_at, coalesce(claimed_until, due_at))) from base.job where parked_at is null) as oldest_due`

export const answers = (sql: Sql) => sql.one({ yes: integer })`select 1 as yes`
