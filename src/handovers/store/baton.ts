import type { PersonId } from '#base/contract'
import { instant, integer, nullable, part, text, uuid, uuids, word, type Part } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId } from '#cases/contract'
import type { BatonId, Ending, PortfolioId } from '../contract.ts'

const row = {
  id: uuid<BatonId>(), case_id: uuid<CaseId>(), from_id: uuid<PersonId>(), to_id: uuid<PersonId>(), portfolio_id: nullable(uuid<PortfolioId>()),
  message: text, offered_at: instant, remind_at: nullable(instant), answer_by: instant, reminded_at: nullable(instant), escalated_at: nullable(instant),
  escalated_to: uuids<PersonId>(), ended_at: nullable(instant), ended_as: nullable(word<Ending>()), ended_by: nullable(uuid<PersonId>()),
  answer: nullable(text), put_away_at: nullable(instant), version: integer,
} // prettier-ignore
export type BatonRow = Awaited<ReturnType<typeof batonsOf>>[number]

const columns = part`id, case_id, from_id, to_id, portfolio_id, message, offered_at, remind_at, answer_by, reminded_at, escalated_at, escalated_to,
  ended_at, ended_as, ended_by, answer, put_away_at, version`

type New = Pick<BatonRow, 'id' | 'case_id' | 'from_id' | 'to_id' | 'portfolio_id' | 'message' | 'remind_at' | 'answer_by'>
// Offered through our own verb and heard from the journal: whoever comes second changes nothing.
export const insertBaton = (work: Work, b: New & { offered_at: Temporal.Instant }) => work.sql.run`
  insert into handovers.baton (tenant_id, id, case_id, from_id, to_id, portfolio_id, message, offered_at, remind_at, answer_by)
  values (${work.tenant}, ${b.id}, ${b.case_id}, ${b.from_id}, ${b.to_id}, ${b.portfolio_id}, ${b.message}, ${b.offered_at}, ${b.remind_at}, ${b.answer_by})
  on conflict (tenant_id, id) do nothing`

export const findBaton = (work: Work, id: BatonId) => work.sql.maybeOne(row)`
  select ${columns} from handovers.baton where tenant_id = ${work.tenant} and id = ${id}`

export const lockBaton = (work: Work, id: BatonId) => work.sql.maybeOne(row)`
  select ${columns} from handovers.baton where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const batonsOf = (work: Work, ids: readonly BatonId[]) => work.sql.many(row)`
  select ${columns} from handovers.baton where tenant_id = ${work.tenant} and id = any(${ids}::uuid[])`

// The one that waits, or the last one accepted whose brief nobody has put away.
export const batonOfCase = (work: Work, id: CaseId) => work.sql.maybeOne(row)`
  select ${columns} from handovers.baton
  where tenant_id = ${work.tenant} and case_id = ${id} and (ended_at is null or (ended_as = 'accepted' and put_away_at is null))
  order by ended_at desc nulls first, offered_at desc limit 1`

export const recordEnd = (work: Work, id: BatonId, end: { as: Ending; by: PersonId | null; answer: string | null }) => work.sql
  .run`
  update handovers.baton set ended_at = greatest(${work.now}, offered_at), ended_as = ${end.as}, ended_by = ${end.by}, answer = ${end.answer}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const recordReminded = (work: Work, id: BatonId) => work.sql.run`
  update handovers.baton set reminded_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and reminded_at is null`

export const recordEscalated = (work: Work, id: BatonId, to: readonly PersonId[]) => work.sql.run`
  update handovers.baton set escalated_at = ${work.now}, escalated_to = ${to}::uuid[]
  where tenant_id = ${work.tenant} and id = ${id} and escalated_at is null`

export const recordPutAway = (work: Work, id: BatonId) => work.sql.run`
  update handovers.baton set put_away_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and put_away_at is null`

// Of one case only the newest brief stands on top: those of hand-overs before are put away by it.
export const putAwayOlder = (work: Work, id: BatonId, case_id: CaseId) => work.sql.run`
  update handovers.baton set put_away_at = ${work.now}
  where tenant_id = ${work.tenant} and case_id = ${case_id} and id <> ${id} and ended_as = 'accepted' and put_away_at is null`

export const touchBaton = (work: Work, id: BatonId) => work.sql.run`
  update handovers.baton set version = version + 1 where tenant_id = ${work.tenant} and id = ${id}`

export type Listing = {
  side: 'received' | 'given' | 'all'
  state: 'waiting' | 'ended' | 'escalated'
  person: PersonId
  after: { at: string; id: string } | undefined
  most: number
}
const mine = ({ side, person, state }: Listing): Part =>
  state === 'escalated' && side === 'received'
    ? part`and ${person}::uuid = any(escalated_to)`
    : side === 'received'
      ? part`and to_id = ${person}`
      : side === 'given'
        ? part`and from_id = ${person}`
        : part``

export const listWaiting = (work: Work, l: Listing) => work.sql.many(row)`
  select ${columns} from handovers.baton
  where tenant_id = ${work.tenant} and ended_at is null ${l.state === 'escalated' ? part`and escalated_at is not null` : part``} ${mine(l)}
    ${l.after ? part`and (answer_by, id) > (${l.after.at}::timestamptz, ${l.after.id}::uuid)` : part``}
  order by answer_by, id limit ${l.most}`

export const listEnded = (work: Work, l: Listing) => work.sql.many(row)`
  select ${columns} from handovers.baton
  where tenant_id = ${work.tenant} and ended_at is not null ${mine(l)}
    ${l.after ? part`and (ended_at, id) < (${l.after.at}::timestamptz, ${l.after.id}::uuid)` : part``}
  order by ended_at desc, id desc limit ${l.most}`

export const countWaiting = (work: Work, person: PersonId) => work.sql.one({
  received: integer,
  given: integer,
  escalated: integer,
})`
  select count(*) filter (where to_id = ${person} and portfolio_id is null) as received, count(*) filter (where from_id = ${person} and portfolio_id is null) as given,
    count(*) filter (where ${person}::uuid = any(escalated_to)) as escalated
  from handovers.baton where tenant_id = ${work.tenant} and ended_at is null`

export const countWaitingPortfolios = (work: Work, person: PersonId) => work.sql.one({ n: integer })`
  select count(*) as n from handovers.portfolio where tenant_id = ${work.tenant} and to_id = ${person} and answered_at is null and ended_at is null`

type Span = { since: Temporal.Instant; until: Temporal.Instant; most: number }
export const endedBetween = (work: Work, person: PersonId, { since, until, most }: Span) => work.sql.many(row)`
  select ${columns} from handovers.baton
  where tenant_id = ${work.tenant} and (from_id = ${person} or to_id = ${person}) and ended_at >= ${since} and ended_at < ${until}
  order by ended_at desc, id desc limit ${most}`
