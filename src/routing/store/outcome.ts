// How each contact came out against the service level of its queue: one piece of SQL that the floor, its lists and trials all count by.
import { part, type Part } from '#base/sql'
import type { Work } from '#base/work'
import { usualWithin } from '../contract/aim.ts'
import { instantChannels, workChannels } from '../contract/work-channels.ts'

/** What is aimed at in one queue: seconds (null: as usual for the channel), and whether its work can be put off. */
export type Aimed = {
  queue: string
  within_s: number | null
  pace: 'by_channel' | 'instant' | 'deferred'
  due_within_s: number | null
}

const DAY_S = 86_400
const usual = workChannels.map(usualWithin)

/** Rows of `routing.item` as `i`, with `target_at`, `reached_at`, `deferred`; what else it is narrowed by is appended as `and …`. */
export const timed = (work: Work, aims: readonly Aimed[]): Part => part`
  select i.*, t.deferred,
    case when t.deferred then coalesce(i.due_at, i.arrived_at + make_interval(secs => t.due_within_s)) else i.arrived_at + make_interval(secs => t.within_s) end as target_at,
    case when not t.deferred then coalesce(i.taken_at, case when i.ended_as = 'done' then i.ended_at end)
         when i.ended_as = 'done' then i.ended_at end as reached_at
  from routing.item i
  left join unnest(${aims.map(({ queue }) => queue)}::text[], ${aims.map(({ within_s }) => within_s)}::float8[], ${aims.map(({ pace }) => pace)}::text[],
    ${aims.map(({ due_within_s }) => due_within_s)}::float8[]) a (queue, within_s, pace, due_within_s) on a.queue = i.queue
  left join unnest(${[...workChannels]}::text[], ${usual}::float8[]) u (channel, within_s) on u.channel = i.channel
  cross join lateral (select
    case a.pace when 'deferred' then true when 'instant' then false else i.channel <> all (${[...instantChannels]}::text[]) end as deferred,
    coalesce(a.within_s, u.within_s, 3600) as within_s, coalesce(a.due_within_s, ${DAY_S}::float8) as due_within_s) t
  where i.tenant_id = ${work.tenant}` // prettier-ignore

/** Of a row of `timed`: `Tally`'s names, or null where nothing can be said yet. Who was called back instead, or need not be served, counts nowhere. */
export const outcomeAt = (now: Temporal.Instant): Part => part`case
  when reached_at is not null then case when reached_at <= target_at then 'in_time' else 'late' end
  when ended_as = 'refused' then 'gone_late'
  when ended_as = 'left' then case when ended_at <= target_at then 'gone_early' else 'gone_late' end
  when ended_at is null and target_at < ${now} then 'overdue' end`
