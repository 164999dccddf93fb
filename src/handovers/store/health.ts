import { integer } from '#base/sql'
import type { Work } from '#base/work'

// What waits for an answer has one timer, a job of the floor under its own id, until it was answered or went up; one that goes with its
// portfolio has none of its own.
export const countWithoutClock = (work: Work) => work.sql.one({ batons: integer, portfolios: integer })`
  select
    (select count(*) from handovers.baton b
      where b.tenant_id = ${work.tenant} and b.ended_at is null and b.escalated_at is null and b.remind_at is not null
        and not exists (select from base.job j where j.tenant_id = b.tenant_id and j.id = b.id)) as batons,
    (select count(*) from handovers.portfolio p
      where p.tenant_id = ${work.tenant} and p.ended_at is null and p.answered_as is null and p.escalated_at is null
        and not exists (select from base.job j where j.tenant_id = p.tenant_id and j.id = p.id)) as portfolios`
