// What arrived within a span and what became of it, a contact a line, put into a slice by PostgreSQL itself: half a million contacts are
// never rows in our memory. Fields of a line are parted by tabs, moments are milliseconds since 1970, nothing is an empty field; the worker reads
// them in `rules/read-line.ts`.
import { integer, part, text, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { RunId } from '../contract.ts'

export type Span = { from: Temporal.Instant; to: Temporal.Instant; until: Temporal.Instant } // until: nobody knows what came after
export type Wanted = { span: Span; entry_points: readonly string[]; channels: readonly string[]; most: number }
export type Reading = Wanted & { run: RunId; place: number }

const MOST_OF_A_CASE = 200 // events looked at behind an arrival: one case must not cost what all others do

// What was routed as it came is read from its item, with the work as it was measured; the journal tells of the rest: also of what routing heard late
// (there were no rules yet, or no server), whose item says when it was heard and not when somebody came.
const asItCame: Part = part`(i.kind in ('promise', 'given') or i.place_at > i.arrived_at - interval '5 minutes')`
const unrouted = (work: Work, kind: 'chat' | 'message' | 'task', same: Part): Part => part`
  not exists (select from rehearsal.routed i where i.tenant_id = ${work.tenant} and i.case_id = e.case_id and i.kind = ${kind} and ${asItCame} and ${same})`

const items = (work: Work, r: Wanted): Part => part`
  select i.arrived_at as at, 0 as seq, i.case_id, i.channel, i.facts ->> 'customer' as customer, i.facts ->> 'entry_point' as door, i.facts ->> 'brand' as brand,
    i.facts ->> 'reason' as reason, i.facts ->> 'language' as language, i.facts ->> 'priority' as priority, i.facts ->> 'degree' as degree,
    case when i.facts -> 'flags' <> '[]' then array_to_string(array(select jsonb_array_elements_text(i.facts -> 'flags') order by 1), ',') end as flags, i.owner_id::text as owner, i.contact_id::text as contact,
    i.taken_at, i.person_id::text as taken_by, case when i.ended_as = 'left' and i.taken_at is null then i.ended_at end as gone_at,
    case when i.taken_at is not null and i.ended_at <= ${r.span.until} then i.ended_at end as ended_at,
    case when i.ended_as = 'done' then extract(epoch from i.ended_at - i.taken_at) end as handling_s,
    extract(epoch from coalesce(i.wrapped_at, i.wrap_until) - i.ended_at) as wrap_up_s, i.due_at,
    i.ended_at is not null and i.ended_at <= ${r.span.until} as is_over
  from rehearsal.routed i
  where i.tenant_id = ${work.tenant} and i.arrived_at >= ${r.span.from} and i.arrived_at < ${r.span.to} and ${asItCame}
    ${r.entry_points.length === 0 ? part`` : part`and i.facts ->> 'entry_point' = any(${r.entry_points}::text[])`}`

const doors = (reading: Wanted): Part =>
  reading.entry_points.length === 0 ? part`` : part`and e.payload ->> 'entry_point' = any(${reading.entry_points}::text[])`

// A chat: somebody takes it or answers, the visitor says goodbye, or it is over. It lasts until the last that was said in it.
const chats = (work: Work, r: Wanted): Part => part`
  select e.at, e.seq, e.case_id, 'chat' as channel, e.payload ->> 'entry_point' as door, e.payload ->> 'owner' as owner, x.taken_at, x.taken_by,
    case when x.left_at < coalesce(x.taken_at, 'infinity') then x.left_at end as gone_at,
    greatest(x.taken_at, least(x.last_at, x.over_at, x.left_at)) as ended_at, null::timestamptz as due_at
  from rehearsal.happened e cross join lateral (
    select min(h.at) filter (where h.takes) as taken_at, (array_agg(h.by order by h.seq) filter (where h.takes))[1] as taken_by,
      min(h.at) filter (where h.name = 'chat.left') as left_at, min(h.at) filter (where h.name = 'chat.over') as over_at,
      max(h.at) filter (where h.name in ('message.received', 'message.queued')) as last_at
    from (
      select h.seq, h.at, h.name, coalesce(h.payload ->> 'by', h.actor_id) as by,
        h.name = 'chat.served' and h.payload ->> 'by' is not null or h.name = 'message.queued' and h.actor_kind = 'person' as takes
      from rehearsal.happened h
      where h.tenant_id = ${work.tenant} and h.case_id = e.case_id and h.seq > e.seq and h.at <= ${r.span.until}
        and h.name in ('chat.served', 'chat.left', 'chat.over', 'message.received', 'message.queued')
        and h.payload ->> 'conversation_id' = e.payload ->> 'conversation_id'
      order by h.seq limit ${MOST_OF_A_CASE}) h) x
  where e.tenant_id = ${work.tenant} and e.name = 'chat.opened' and e.at >= ${r.span.from} and e.at < ${r.span.to} ${doors(r)}
    and ${unrouted(work, 'chat', part`i.subject_id = (e.payload ->> 'conversation_id')::uuid`)}`

// A message that nobody has answered yet begins a round; a person's answer ends it, or the closing of the case. The second message of an impatient
// customer is no second contact.
const rounds = (work: Work, r: Wanted): Part => part`
  select e.at, e.seq, e.case_id, e.payload ->> 'channel' as channel, e.payload ->> 'entry_point' as door, e.payload ->> 'owner' as owner, x.at as taken_at,
    x.by as taken_by, null::timestamptz as gone_at, x.at as ended_at, null::timestamptz as due_at
  from rehearsal.happened e
  left join lateral (
    select h.name from rehearsal.happened h
    where h.tenant_id = ${work.tenant} and h.case_id = e.case_id and h.seq < e.seq and (
      h.name = 'message.received' and h.payload ->> 'kind' = 'message' and h.payload ->> 'channel' <> 'chat'
      or h.name = 'message.queued' and h.actor_kind = 'person' or h.name = 'case.closed')
    order by h.seq desc limit 1) b on true
  left join lateral (
    select h.at, case when h.actor_kind = 'person' then h.actor_id end as by from rehearsal.happened h
    where h.tenant_id = ${work.tenant} and h.case_id = e.case_id and h.seq > e.seq and h.at <= ${r.span.until}
      and (h.name = 'message.queued' and h.actor_kind = 'person' or h.name = 'case.closed')
    order by h.seq limit 1) x on true
  where e.tenant_id = ${work.tenant} and e.name = 'message.received' and e.at >= ${r.span.from} and e.at < ${r.span.to}
    and e.payload ->> 'kind' = 'message' and e.payload ->> 'channel' <> 'chat' and b.name is distinct from 'message.received' ${doors(r)}
    and ${unrouted(work, 'message', part`i.arrived_at <= e.at + interval '5 minutes' and coalesce(i.ended_at, 'infinity') >= e.at`)}`

// A task asked of a team: somebody of it takes it, or answers.
const tasks = (work: Work, r: Wanted): Part => part`
  select e.at, e.seq, e.case_id, 'task' as channel, null::text as door, null::text as owner, x.taken_at, x.taken_by, null::timestamptz as gone_at,
    x.ended_at, (e.payload ->> 'due_at')::timestamptz as due_at
  from rehearsal.happened e cross join lateral (
    select min(h.at) filter (where h.name in ('task.taken', 'task.answered')) as taken_at,
      (array_agg(coalesce(h.payload ->> 'by', case when h.actor_kind = 'person' then h.actor_id end) order by h.seq)
        filter (where h.name in ('task.taken', 'task.answered')))[1] as taken_by,
      min(h.at) filter (where h.name <> 'task.taken') as ended_at
    from (
      select h.seq, h.at, h.name, h.actor_kind, h.actor_id, h.payload from rehearsal.happened h
      where h.tenant_id = ${work.tenant} and h.case_id = e.case_id and h.seq > e.seq and h.at <= ${r.span.until}
        and h.name in ('task.taken', 'task.answered', 'task.declined', 'task.cancelled') and h.payload ->> 'task_id' = e.payload ->> 'task_id'
      order by h.seq limit ${MOST_OF_A_CASE}) h) x
  where e.tenant_id = ${work.tenant} and e.name = 'task.begun' and e.at >= ${r.span.from} and e.at < ${r.span.to}
    and e.payload ->> 'team' is not null ${r.entry_points.length === 0 ? part`` : part`and false`}
    and ${unrouted(work, 'task', part`i.subject_id = (e.payload ->> 'task_id')::uuid`)}`

// Of a case that just opened, whoever is merely on duty is nobody the customer knows.
const known = (work: Work): Part => part`
  left join lateral (
    select h.payload ->> 'chosen_by' as chosen_by, h.at from rehearsal.happened h
    where h.tenant_id = ${work.tenant} and h.case_id = c.case_id and h.name = 'case.opened' order by h.seq limit 1) o on true
  left join rehearsal.case_known k on k.tenant_id = ${work.tenant} and k.id = c.case_id`

const milliseconds = (moment: Part): Part => part`coalesce((extract(epoch from ${moment}) * 1000)::bigint::text, '')`
const field = (of: Part): Part => part`coalesce(${of}::text, '')`
const line = part`concat_ws(e'\t', channel, ${milliseconds(part`at`)}, ${field(part`case_id`)}, ${field(part`customer`)}, ${field(part`door`)},
  ${field(part`brand`)}, ${field(part`reason`)}, ${field(part`language`)}, coalesce(priority, 'normal'), ${field(part`degree`)}, ${field(part`flags`)}, ${field(part`owner`)}, ${field(part`contact`)}, ${milliseconds(part`taken_at`)}, ${field(part`taken_by`)},
  ${milliseconds(part`gone_at`)}, ${milliseconds(part`ended_at`)}, ${field(part`handling_s`)}, ${field(part`wrap_up_s`)}, ${milliseconds(part`due_at`)})`

// The beginning of a statement: `a` is every contact of the span, the earliest first.
export const contactsOf = (work: Work, r: Wanted): Part => part`
  with c as (
    select * from (${chats(work, r)} union all ${rounds(work, r)} union all ${tasks(work, r)}) c
    where ${channelsOf(r)} order by c.at, c.seq limit ${r.most}),
  told as (
    select c.at, c.seq, c.case_id, c.channel, k.customer_id::text as customer, coalesce(c.door, k.entry_point_id::text) as door, k.brand_id::text as brand,
      k.reason_id::text as reason, k.language, k.priority, null::text as degree, null::text as flags,
      case when o.chosen_by is null or o.chosen_by not in ('duty', 'duty_stand_in') or o.at < c.at then c.owner end as owner,
      case when o.chosen_by in ('customer_contact', 'company_contact') then c.owner end as contact,
      c.taken_at, c.taken_by, c.gone_at, c.ended_at, null::numeric as handling_s, null::numeric as wrap_up_s, c.due_at, coalesce(c.ended_at, c.gone_at) is not null as is_over
    from c ${known(work)}),
  a as (
    select * from (select * from told union all ${items(work, r)}) c where ${channelsOf(r)} order by at, seq limit ${r.most})`

/** Reads the contacts of a span into a slice; how many. */
export const readContacts = (work: Work, r: Reading) => work.sql.one({ lines_count: integer })`
  ${contactsOf(work, r)}
  insert into rehearsal.slice (tenant_id, run_id, place, kind, lines_count, lines)
  select ${work.tenant}, ${r.run}, ${r.place}, 'contacts', count(*), coalesce(string_agg(${line}, e'\n' order by at, seq), '') from a
  returning lines_count`

const channelsOf = ({ channels }: Wanted): Part =>
  channels.length === 0 ? part`true` : part`c.channel = any(${channels}::text[])`

// What people said of their presence, from a while before, so that whoever was there as the period began is known to have been.
export const readPresence = (work: Work, r: { run: RunId; place: number; from: Temporal.Instant; to: Temporal.Instant }) =>
  work.sql.one({ lines_count: integer })`
  with p as (
    select at, seq, payload ->> 'person' as person, payload ->> 'state' as state from rehearsal.happened
    where tenant_id = ${work.tenant} and name = 'staff.presence_changed' and at >= ${r.from} and at < ${r.to})
  insert into rehearsal.slice (tenant_id, run_id, place, kind, lines_count, lines)
  select ${work.tenant}, ${r.run}, ${r.place}, 'presence', count(*),
    coalesce(string_agg(concat_ws(e'\t', person, ${milliseconds(part`at`)}, state), e'\n' order by at, seq), '') from p
  returning lines_count`

// How many came by which channel, quickly: before anything is read. A message is counted each, answered or not.
export const countArrivals = (work: Work, span: { from: Temporal.Instant; to: Temporal.Instant }) => work.sql.many({
  channel: text,
  arrivals: integer,
})`
  select channel, count(*) as arrivals from (
    select 'chat' as channel from rehearsal.happened
    where tenant_id = ${work.tenant} and name = 'chat.opened' and at >= ${span.from} and at < ${span.to}
    union all
    select payload ->> 'channel' from rehearsal.happened
    where tenant_id = ${work.tenant} and name = 'message.received' and at >= ${span.from} and at < ${span.to}
      and payload ->> 'kind' = 'message' and payload ->> 'channel' <> 'chat'
    union all
    select 'task' from rehearsal.happened
    where tenant_id = ${work.tenant} and name = 'task.begun' and at >= ${span.from} and at < ${span.to} and payload ->> 'team' is not null
    union all
    select channel from rehearsal.routed
    where tenant_id = ${work.tenant} and arrived_at >= ${span.from} and arrived_at < ${span.to} and kind in ('promise', 'given')) a
  group by channel order by arrivals desc`
