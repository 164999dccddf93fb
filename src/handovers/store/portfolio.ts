import type { PersonId } from '#base/contract'
import { boolean, instant, integer, jsonb, nullable, part, text, uuid, uuids, word } from '#base/sql'
import type { Work } from '#base/work'
import type { ItemKind, Occasion, Portfolio, PortfolioId } from '../contract.ts'

type Answered = 'accepted' | 'declined' | 'withdrawn'
type EndedAs = NonNullable<Portfolio['ended_as']>
const row = {
  id: uuid<PortfolioId>(), from_id: uuid<PersonId>(), to_id: uuid<PersonId>(), occasion: word<Occasion>(), message: text, introduce: boolean,
  offered_at: instant, offered_by: text, remind_at: instant, answer_by: instant, returns_id: nullable(uuid<PortfolioId>()), prepared_at: nullable(instant),
  reminded_at: nullable(instant), escalated_at: nullable(instant), escalated_to: uuids<PersonId>(), answered_as: nullable(word<Answered>()),
  answered_by: nullable(text), answer: nullable(text), ended_at: nullable(instant), ended_as: nullable(word<EndedAs>()), version: integer,
} // prettier-ignore
export type PortfolioRow = NonNullable<Awaited<ReturnType<typeof findPortfolio>>>
const columns = part`id, from_id, to_id, occasion, message, introduce, offered_at, offered_by, remind_at, answer_by, returns_id, prepared_at, reminded_at,
  escalated_at, escalated_to, answered_as, answered_by, answer, ended_at, ended_as, version`

type New = Pick<
  PortfolioRow,
  'id' | 'from_id' | 'to_id' | 'occasion' | 'message' | 'introduce' | 'offered_by' | 'remind_at' | 'answer_by' | 'returns_id'
>
export const insertPortfolio = (work: Work, p: New) => work.sql.run`
  insert into handovers.portfolio (tenant_id, id, from_id, to_id, occasion, message, introduce, offered_at, offered_by, remind_at, answer_by, returns_id)
  values (${work.tenant}, ${p.id}, ${p.from_id}, ${p.to_id}, ${p.occasion}, ${p.message}, ${p.introduce}, ${work.now}, ${p.offered_by}, ${p.remind_at},
    ${p.answer_by}, ${p.returns_id})`

export const findPortfolio = (work: Work, id: PortfolioId) => work.sql.maybeOne(row)`
  select ${columns} from handovers.portfolio where tenant_id = ${work.tenant} and id = ${id}`
export const lockPortfolio = (work: Work, id: PortfolioId) => work.sql.maybeOne(row)`
  select ${columns} from handovers.portfolio where tenant_id = ${work.tenant} and id = ${id} for no key update`

export const recordPrepared = (work: Work, id: PortfolioId) => work.sql.run`
  update handovers.portfolio set prepared_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and prepared_at is null`
export const recordAnswered = (work: Work, id: PortfolioId, a: { as: Answered; by: string; answer: string }) => work.sql.run`
  update handovers.portfolio set answered_as = ${a.as}, answered_at = ${work.now}, answered_by = ${a.by}, answer = ${a.answer}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and answered_as is null`
export const recordPortfolioReminded = (work: Work, id: PortfolioId) => work.sql.run`
  update handovers.portfolio set reminded_at = ${work.now} where tenant_id = ${work.tenant} and id = ${id} and reminded_at is null`
export const recordPortfolioEscalated = (work: Work, id: PortfolioId, to: readonly PersonId[]) => work.sql.run`
  update handovers.portfolio set escalated_at = ${work.now}, escalated_to = ${to}::uuid[]
  where tenant_id = ${work.tenant} and id = ${id} and escalated_at is null`
export const recordPortfolioEnd = (work: Work, id: PortfolioId, as: EndedAs) => work.sql.run`
  update handovers.portfolio set ended_at = ${work.now}, ended_as = ${as}, version = version + 1
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

type Listing = {
  side: 'received' | 'given' | 'all'
  ended: boolean
  person: PersonId
  after: { at: string; id: string } | undefined
  most: number
}
export const listPortfolios = (work: Work, l: Listing) => work.sql.many(row)`
  select ${columns} from handovers.portfolio
  where tenant_id = ${work.tenant} and ${l.ended ? part`ended_at is not null` : part`ended_at is null`}
    ${l.side === 'received' ? part`and (to_id = ${l.person} or ${l.person}::uuid = any(escalated_to))` : l.side === 'given' ? part`and from_id = ${l.person}` : part``}
    ${l.after ? part`and (offered_at, id) < (${l.after.at}::timestamptz, ${l.after.id}::uuid)` : part``}
  order by offered_at desc, id desc limit ${l.most}`

export type Counted = { kind: ItemKind; state: 'waiting' | 'passed' | 'declined' | 'gone'; n: number }
const counts = { portfolio_id: uuid<PortfolioId>(), counts: jsonb<Counted[]>() }
export const countItems = (work: Work, ids: readonly PortfolioId[]) => work.sql.many(counts)`
  select portfolio_id, jsonb_agg(jsonb_build_object('kind', kind, 'state', state, 'n', n)) as counts from (
    select portfolio_id, kind, state, count(*) as n from handovers.item
    where tenant_id = ${work.tenant} and portfolio_id = any(${ids}::uuid[]) group by portfolio_id, kind, state) counted
  group by portfolio_id`
