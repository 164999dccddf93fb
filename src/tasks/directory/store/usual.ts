import { instant, uuid } from '#base/sql'
import type { Work } from '#base/work'

// The latest answered tasks of each: from when the time began to run until the first answer.
export const latestAnswered = (
  work: Work,
  ids: readonly string[],
  { since, most }: { since: Temporal.Instant; most: number },
) => work.sql.many({
  whom: uuid(),
  begun_at: instant,
  answered_at: instant,
})`
  select w.id as whom, l.begun_at, l.answered_at
  from unnest(${ids}::uuid[]) as w (id)
  cross join lateral (
    select t.begun_at, (select min(a.at) from tasks.answer a where a.tenant_id = t.tenant_id and a.task_id = t.id) as answered_at
    from tasks.task t
    where t.tenant_id = ${work.tenant} and coalesce(t.team_id, t.person_id, t.party_id) = w.id and t.begun_at is not null
      and t.asked_at >= ${since} and exists (select from tasks.answer a where a.tenant_id = t.tenant_id and a.task_id = t.id and a.at >= t.begun_at)
    order by t.asked_at desc limit ${most}) l
  where l.answered_at >= l.begun_at`
