// The contacts of a span counted by kind and quarter of an hour, in PostgreSQL: a day of fifty thousand is some hundred rows here.
import { instant, integer, jsonb, nullable, part, text, type Part } from '#base/sql'
import type { Work } from '#base/work'
import { contactsOf, type Span } from './contacts.ts'

const MOST_CONTACTS = 500_000
const MOST_KINDS = 1_000
const LONGEST_GAP_S = 1_800 // as traffic/handling.ts takes it
const SHORTEST_GAP_S = 10 // several answered at once: none of them was the work of that moment

// As traffic/handling.ts reads a channel, and says why: where somebody waits on the other side, from the one who took it to the end; otherwise what
// routing measured, and at most the time since the same person's end before.
const handled: Part = part`
  case when is_instant then coalesce(handling_s, extract(epoch from ended_at - taken_at)) + coalesce(wrap_up_s, 0)
    else least(handling_s, case when gap_s between ${SHORTEST_GAP_S} and ${LONGEST_GAP_S} then least(gap_s, extract(epoch from ended_at - at)) end) end`

/** Places count quarters of an hour from the span's beginning. A bin b of waits begins at 2^(b/4) − 1 seconds. */
export const countQuarters = (work: Work, span: Span) => work.sql.many({
  kind: text,
  quarters: jsonb<(number | null)[][]>(),
  waits: jsonb<number[][]>(),
  undecided: integer,
})`
  ${contactsOf(work, { span, entry_points: [], channels: [], most: MOST_CONTACTS })},
  g as materialized (
    select concat_ws(e'\t', channel, coalesce(door, ''), coalesce(brand, ''), coalesce(reason, ''), coalesce(language, ''), coalesce(priority, 'normal'),
        coalesce(degree, ''), coalesce(flags, '')) as kind,
      floor(extract(epoch from at - ${span.from}) / 900)::int as place, at, taken_at, gone_at, ended_at, handling_s, wrap_up_s, is_over,
      channel = any('{phone,video,visit,chat,call_back}') as is_instant,
      extract(epoch from ended_at - lag(ended_at) over (partition by taken_by order by ended_at)) as gap_s
    from a),
  h as (select *, greatest(0, ${handled}) as handled_s, greatest(0, extract(epoch from coalesce(taken_at, gone_at) - at)) as waited_s from g),
  q as (
    select kind, place, count(*) as arrived, count(taken_at) as answered, count(gone_at) filter (where taken_at is null) as gave_up,
      count(handled_s) as measured, round(sum(handled_s), 1) as handled_s, round(sum(waited_s), 1) as waited_s,
      count(*) filter (where not is_over and gone_at is null and (taken_at is null or is_instant)) as undecided
    from h group by kind, place),
  w as (
    select kind, floor(4 * log(2, waited_s::numeric + 1))::int as bin, count(taken_at) as answered, count(*) filter (where taken_at is null) as gave_up
    from h where is_instant and waited_s is not null group by 1, 2)
  select q.kind, jsonb_agg(jsonb_build_array(place, arrived, answered, gave_up, measured, handled_s, waited_s) order by place) as quarters,
    coalesce((select jsonb_agg(jsonb_build_array(bin, answered, gave_up) order by bin) from w where w.kind = q.kind), '[]') as waits, sum(undecided)::bigint as undecided
  from q group by q.kind order by sum(arrived) desc limit ${MOST_KINDS}`

/** When the first of all contacts came. */
export const firstArrival = (work: Work) => work.sql.one({ at: nullable(instant) })`
  select least(
    (select min(at) from rehearsal.happened where tenant_id = ${work.tenant} and name = 'message.received'),
    (select min(at) from rehearsal.happened where tenant_id = ${work.tenant} and name = 'chat.opened'),
    (select min(at) from rehearsal.happened where tenant_id = ${work.tenant} and name = 'task.begun'),
    (select min(arrived_at) from rehearsal.routed where tenant_id = ${work.tenant})) as at`
