// SQL of the floor as it is now.
import type { PersonId } from '#base/contract'
import { boolean, decimal, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { FloorPerson } from '../contract/floor.ts'
import type { WorkChannel } from '../contract/work-channels.ts'
import type { SeatState } from '../contract/words.ts'
import { outcomeAt, timed, type Aimed } from '../store/outcome.ts'

const MOST_SEATS = 2_000
const MOST_HELD = 20_000

const waiting = {
  queue: text,
  waiting: integer,
  offered: integer,
  in_hand: integer,
  overdue: integer,
  oldest_at: nullable(instant),
}
/** What is not over, by queue. */
export const countLive = (work: Work, aims: readonly Aimed[]) => work.sql.many(waiting)`
  select queue, count(*) filter (where state <> 'in_hand')::int as waiting, count(*) filter (where state = 'offered')::int as offered,
    count(*) filter (where state = 'in_hand')::int as in_hand, count(*) filter (where state <> 'in_hand' and target_at < ${work.now})::int as overdue,
    min(arrived_at) filter (where state <> 'in_hand') as oldest_at
  from (${timed(work, aims)} and i.state <> 'over') x group by queue`

export type Span = { midnight: Temporal.Instant; since: Temporal.Instant; paced: Temporal.Instant; line: Temporal.Instant }
const day = { queue: text, arrived: integer, taken: integer, gone: integer, in_time: integer, late: integer, gone_early: integer, gone_late: integer, overdue: integer } // prettier-ignore
/** What came today, and how it came out. */
export const countDay = (work: Work, aims: readonly Aimed[], { midnight, since }: Span) => work.sql.many(day)`
  select queue, count(*) filter (where today)::int as arrived, count(taken_at) filter (where today)::int as taken,
    count(*) filter (where today and ended_as in ('left', 'refused'))::int as gone,
    count(*) filter (where today and outcome = 'in_time')::int as in_time, count(*) filter (where today and outcome = 'late')::int as late,
    count(*) filter (where today and outcome = 'gone_early')::int as gone_early, count(*) filter (where today and outcome = 'gone_late')::int as gone_late,
    count(*) filter (where today and outcome = 'overdue')::int as overdue
  from (select x.*, x.arrived_at >= ${midnight} as today, ${outcomeAt(work.now)} as outcome from (${timed(work, aims)} and i.arrived_at >= ${since}) x) y
  group by queue`

const counted = { queue: text, at: integer, in_time: integer, late: integer, gone_early: integer, gone_late: integer, overdue: integer } // prettier-ignore
/** How what came since `from` came out, by intervals of so many seconds, from 0. */
export const countIntervals = (
  work: Work,
  aims: readonly Aimed[],
  { from, interval_s }: { from: Temporal.Instant; interval_s: number },
) => work.sql.many(counted)`
  select queue, floor(extract(epoch from arrived_at - ${from}::timestamptz) / ${interval_s}::float8)::int as at,
    count(*) filter (where outcome = 'in_time')::int as in_time, count(*) filter (where outcome = 'late')::int as late,
    count(*) filter (where outcome = 'gone_early')::int as gone_early, count(*) filter (where outcome = 'gone_late')::int as gone_late,
    count(*) filter (where outcome = 'overdue')::int as overdue
  from (select x.*, ${outcomeAt(work.now)} as outcome from (${timed(work, aims)} and i.arrived_at >= ${from}) x) y group by 1, 2`

const point = { queue: text, point: integer, came: integer, gone: integer }
/** By five minutes since `line`, from 0. */
export const countLine = (work: Work, { line }: Span, seconds: number) => work.sql.many(point)`
  select queue, floor(extract(epoch from arrived_at - ${line}::timestamptz) / ${seconds}::float8)::int as point, count(*)::int as came,
    count(*) filter (where ended_as in ('left', 'refused'))::int as gone
  from routing.item where tenant_id = ${work.tenant} and arrived_at >= ${line} and arrived_at <= ${work.now} group by 1, 2`

const recent = { queue: text, count: integer, mean_s: decimal }
/** How long the last few of each queue waited who were taken since `paced`. */
export const recentWaits = (work: Work, { paced, since }: Span, most: number) => work.sql.many(recent)`
  select queue, count(*)::int as count, avg(waited)::float8 as mean_s
  from (select queue, greatest(0, extract(epoch from taken_at - place_at)) as waited, row_number() over (partition by queue order by taken_at desc) as back
    from routing.item where tenant_id = ${work.tenant} and arrived_at >= ${since} and taken_at >= ${paced}) x
  where back <= ${most}::int group by queue`

export const lastDone = (work: Work, { since }: Span) => work.sql.many({ person_id: uuid<PersonId>(), at: instant })`
  select person_id, max(coalesce(wrapped_at, ended_at)) as at from routing.item
  where tenant_id = ${work.tenant} and arrived_at >= ${since} and person_id is not null and ended_at is not null group by person_id`

const seat = {
  person_id: uuid<PersonId>(), state: word<SeatState>(), since: instant, pause_because: nullable(text), break_at: nullable(instant), break_ends: nullable(instant), units: integer,
} // prettier-ignore
export type SeatNow = Awaited<ReturnType<typeof seatsNow>>[number]
export const seatsNow = (work: Work) => work.sql.many(seat)`
  select person_id, state, since, pause_because, break_at, break_ends, units from routing.seat where tenant_id = ${work.tenant} order by person_id limit ${MOST_SEATS}`

const held = {
  person_id: uuid<PersonId>(), id: uuid(), channel: word<WorkChannel>(), queue: text, state: word<FloorPerson['held'][number]['state']>(), since: instant, units: integer, gives_way: boolean,
} // prettier-ignore
export type HeldNow = Awaited<ReturnType<typeof heldNow>>[number]
const about = part`i.id, i.channel, i.queue`
export const heldNow = (work: Work) => work.sql.many(held)`
  select i.person_id, ${about}, 'in_hand' as state, i.taken_at as since, i.units, i.gives_way from routing.item i where i.tenant_id = ${work.tenant} and i.state = 'in_hand'
  union all
  select o.person_id, ${about}, 'ringing', o.offered_at, i.units, i.gives_way from routing.offer o join routing.item i on i.tenant_id = o.tenant_id and i.id = o.item_id
    where o.tenant_id = ${work.tenant} and o.ended_at is null
  union all
  select i.person_id, ${about}, 'wrapping', i.ended_at, 0, i.gives_way from routing.item i
    where i.tenant_id = ${work.tenant} and i.wrap_until > ${work.now} and i.wrapped_at is null and i.person_id is not null
  order by since limit ${MOST_HELD}`

const rest = { id: uuid(), person_id: uuid<PersonId>(), starts_at: instant, ends_at: instant }
export const breaksNext = (work: Work) => work.sql.many(rest)`
  select distinct on (person_id) id, person_id, starts_at, ends_at from routing.planned_break
  where tenant_id = ${work.tenant} and taken_back_at is null and ends_at > ${work.now} and starts_at < ${work.now.add({ hours: 12 })}
  order by person_id, starts_at limit ${MOST_SEATS}`

const handWord = { queue: text, opens: integer, until_at: instant }
/** What was said by hand of the hours of a queue, and holds now. */
export const hoursWords = (work: Work) => work.sql.many(handWord)`
  select queue, opens::int as opens, until_at from routing.hours_word where tenant_id = ${work.tenant} and from_at <= ${work.now} and until_at > ${work.now}
  order by queue limit 600`

export const routerSeq = (work: Work) =>
  work.sql.maybeOne({ seq: integer })`select seq from routing.router where tenant_id = ${work.tenant}`

/** How many of the same queue have waited for longer, with the head start that some were given. */
export const countAhead = (
  work: Work,
  item: { queue: string; place_at: Temporal.Instant; id: string; facts: { raised_min?: number | undefined } },
) => work.sql.one({
  count: integer,
})`
  select count(*)::int as count from routing.item
  where tenant_id = ${work.tenant} and queue = ${item.queue} and state in ('waiting', 'offered') and id <> ${item.id}
    and place_at - make_interval(mins => coalesce((facts ->> 'raised_min')::int, 0)) < ${item.place_at.subtract({ minutes: item.facts.raised_min ?? 0 })}`
