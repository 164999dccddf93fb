// What the doctor asks.
import { boolean, integer, text } from '#base/sql'
import type { Work } from '#base/work'

export const longRunning = (work: Work, before: Temporal.Instant) => work.sql.one({ runs: integer })`
  select count(*) as runs from forecasting.run where tenant_id = ${work.tenant} and ended_at is null and asked_at < ${before}`

export const nightlyWithoutTimer = async (work: Work): Promise<boolean> =>
  (
    await work.sql.one({ asleep: boolean })`
    select exists (select from forecasting.counting c where c.tenant_id = ${work.tenant}
      and not exists (select from base.job j where j.tenant_id = c.tenant_id and j.id = c.nightly and j.parked_at is null)) as asleep`
  ).asleep

/** Of adjustments that still change what is to come. */
export const adjustedQueues = (work: Work) => work.sql.many({ queue: text })`
  select distinct queue from forecasting.adjustment where tenant_id = ${work.tenant} and undone_at is null and to_at > ${work.now} order by queue limit 1000`
