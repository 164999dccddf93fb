// SQL of what a trial is judged by: contacts of both sides.
import { decimal, instant, integer, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { Arm } from '../contract/trial.ts'
import type { ItemId } from '../contract/words.ts'
import type { Tally } from '../rules/service-level.ts'
import { outcomeAt, timed, type Aimed } from './outcome.ts'

/** `tried`: the version's mark on the items it put into a queue. */
export type Sides = { tried: string; aims: readonly Aimed[]; since: Temporal.Instant; until: Temporal.Instant }

const arm = (tried: string) => part`case when rulebook = ${tried} then 'candidate' else 'current' end`
const within = ({ since, until }: Sides) => part`and i.arrived_at >= ${since} and i.arrived_at <= ${until}`
const tallied = part`count(*) filter (where outcome = 'in_time')::int as in_time, count(*) filter (where outcome = 'late')::int as late,
  count(*) filter (where outcome = 'gone_early')::int as gone_early, count(*) filter (where outcome = 'gone_late')::int as gone_late,
  count(*) filter (where outcome = 'overdue')::int as overdue`
const tally = { in_time: integer, late: integer, gone_early: integer, gone_late: integer, overdue: integer }
export type ArmTally = { arm: Arm } & Tally

export const tallyArms = (work: Work, sides: Sides) => work.sql.many({ arm: word<Arm>(), ...tally })`
  select arm, ${tallied} from (
    select ${arm(sides.tried)} as arm, ${outcomeAt(sides.until)} as outcome from (${timed(work, sides.aims)} ${within(sides)}) x) y
  group by arm`

export const tallySpans = (work: Work, sides: Sides, spans: number) => work.sql.many({
  arm: word<Arm>(),
  span: integer,
  ...tally,
})`
  select arm, span, ${tallied} from (
    select ${arm(sides.tried)} as arm, ${outcomeAt(sides.until)} as outcome,
      least(${spans}::int, width_bucket(extract(epoch from arrived_at), extract(epoch from ${sides.since}::timestamptz), extract(epoch from ${sides.until}::timestamptz) + 0.001, ${spans}::int)) as span
    from (${timed(work, sides.aims)} ${within(sides)}) x) y
  group by arm, span`

const side = {
  arm: word<Arm>(), arrived: integer, taken: integer, gone: integer, waiting: integer, ...tally,
  wait_p50_s: nullable(decimal), wait_p90_s: nullable(decimal), handling_mean_s: nullable(decimal),
} // prettier-ignore
export const describeArms = (work: Work, sides: Sides) => work.sql.many(side)`
  select arm, count(*)::int as arrived, count(taken_at)::int as taken, count(*) filter (where ended_as in ('left', 'refused'))::int as gone,
    count(*) filter (where state in ('waiting', 'offered'))::int as waiting, ${tallied},
    percentile_cont(0.5) within group (order by wait) filter (where not deferred) as wait_p50_s,
    percentile_cont(0.9) within group (order by wait) filter (where not deferred) as wait_p90_s,
    avg(extract(epoch from ended_at - taken_at)) filter (where ended_as = 'done') as handling_mean_s
  from (
    select x.*, ${arm(sides.tried)} as arm, ${outcomeAt(sides.until)} as outcome, extract(epoch from reached_at - arrived_at)::float8 as wait
    from (${timed(work, sides.aims)} ${within(sides)}) x) y
  group by arm`

const contact = {
  id: uuid<ItemId>(), case_id: nullable(uuid<CaseId>()), channel: text, queue: text, arrived_at: instant, taken_at: nullable(instant), ended_at: nullable(instant),
  ended_as: nullable(text), outcome: word<keyof Tally>(), wait_s: decimal,
} // prettier-ignore
export type ContactRow = Awaited<ReturnType<typeof listContacts>>[number]

type Listing = {
  arm?: { tried: string; is: Arm }
  queue?: string
  outcome: keyof Tally | undefined
  before: string | undefined
  most: number
}
/** The newest first. Only what counts: what waits within its time is not decided yet. */
export const listContacts = (work: Work, sides: Omit<Sides, 'tried'>, l: Listing) => work.sql.many(contact)`
  select id, case_id, channel, queue, arrived_at, taken_at, ended_at, ended_as, outcome, extract(epoch from coalesce(reached_at, ended_at, ${sides.until}) - arrived_at)::float8 as wait_s
  from (
    select x.*, ${outcomeAt(sides.until)} as outcome from (${timed(work, sides.aims)} and i.arrived_at >= ${sides.since} and i.arrived_at <= ${sides.until}
      ${l.queue === undefined ? part`` : part`and i.queue = ${l.queue}`}
      ${l.before === undefined ? part`` : part`and i.id < ${l.before}`}) x) y
  where outcome is not null ${l.outcome === undefined ? part`` : part`and outcome = ${l.outcome}`}
    ${l.arm === undefined ? part`` : part`and ${arm(l.arm.tried)} = ${l.arm.is}`}
  order by id desc limit ${l.most}`
