import { boolean, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { BatonId, Item, ItemKind, PortfolioId, PortfolioItem } from '../contract.ts'

export type Shown = Omit<Item, 'kind' | 'id' | 'offered_to'>
export type State = PortfolioItem['state']
type Wish = 'accepted' | 'declined' | 'withdrawn'
const row = {
  kind: word<ItemKind>(), id: uuid(), position: integer, hand_over_id: nullable(uuid<BatonId>()), wish: nullable(word<Wish>()), state: word<State>(),
  because: nullable(text), shown: jsonb<Shown>(),
} // prettier-ignore
export type ItemRow = Awaited<ReturnType<typeof nextWished>>[number]
const columns = part`kind, id, position, hand_over_id, wish, state, because, shown`

export const insertItems = (
  work: Work,
  portfolio: PortfolioId,
  items: readonly { kind: ItemKind; id: string; position: number; shown: Shown }[],
) => work.sql.run`
  insert into handovers.item (tenant_id, portfolio_id, kind, id, position, shown)
  select ${work.tenant}, ${portfolio}, i.kind, i.id, i.position, i.shown
  from jsonb_to_recordset(${json(items)}::jsonb) as i(kind text, id uuid, position int, shown jsonb)
  on conflict do nothing`

// What is still to be offered: cases get a hand-over each, a few at a time.
export const nextUnprepared = (work: Work, portfolio: PortfolioId, most: number) => work.sql.many(row)`
  select ${columns} from handovers.item
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and kind = 'case' and state = 'waiting' and hand_over_id is null and wish is null
  order by position limit ${most}`
export const recordOffered = (work: Work, portfolio: PortfolioId, item: { id: string; hand_over: BatonId }) => work.sql.run`
  update handovers.item set hand_over_id = ${item.hand_over}
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and kind = 'case' and id = ${item.id}`

export const wishAll = (work: Work, portfolio: PortfolioId, wish: { as: Wish; because: string }) => work.sql.run`
  update handovers.item set wish = ${wish.as}, because = nullif(${wish.because}, '')
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and state = 'waiting'`
export const wishSome = (
  work: Work,
  portfolio: PortfolioId,
  wish: { as: Wish; because: string; items: readonly { kind: ItemKind; id: string }[] },
) => work.sql.run`
  update handovers.item i set wish = ${wish.as}, because = nullif(${wish.because}, '')
  from jsonb_to_recordset(${json(wish.items)}::jsonb) as w(kind text, id uuid)
  where i.tenant_id = ${work.tenant} and i.portfolio_id = ${portfolio} and i.state = 'waiting' and i.kind = w.kind and i.id = w.id`
export const nextWished = (work: Work, portfolio: PortfolioId, most: number) => work.sql.many(row)`
  select ${columns} from handovers.item
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and state = 'waiting' and wish is not null order by position limit ${most}`

export const settleItem = (
  work: Work,
  portfolio: PortfolioId,
  end: { kind: ItemKind; id: string; state: State; because: string | null },
) => work.sql.run`
  update handovers.item set state = ${end.state}, settled_at = ${work.now}, because = coalesce(${end.because}, because)
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and kind = ${end.kind} and id = ${end.id} and state = 'waiting'`
export const settleHandOver = (
  work: Work,
  portfolio: PortfolioId,
  end: { baton: BatonId; state: State; because: string | null },
) => work.sql.run`
  update handovers.item set state = ${end.state}, settled_at = ${work.now}, because = coalesce(${end.because}, because)
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and hand_over_id = ${end.baton} and state = 'waiting'`

export const statesOf = (work: Work, portfolio: PortfolioId) => work.sql.many({
  state: word<State>(),
  wish: nullable(word<Wish>()),
  n: integer,
})`
  select state, wish, count(*) as n from handovers.item where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} group by state, wish`

type Page = { portfolio: PortfolioId; kind: ItemKind | undefined; state: State | undefined; after: number; most: number }
export const listItems = (work: Work, p: Page) => work.sql.many(row)`
  select ${columns} from handovers.item
  where tenant_id = ${work.tenant} and portfolio_id = ${p.portfolio} and position > ${p.after}
    ${p.kind ? part`and kind = ${p.kind}` : part``} ${p.state ? part`and state = ${p.state}` : part``}
  order by position limit ${p.most}`

// What already waits in an offer to somebody.
export const offeredAlready = (work: Work, kind: ItemKind, ids: readonly string[]) => work.sql.many({
  id: uuid(),
  to_id: uuid<PersonId>(),
})`
  select i.id, p.to_id from handovers.item i join handovers.portfolio p on p.tenant_id = i.tenant_id and p.id = i.portfolio_id
  where i.tenant_id = ${work.tenant} and i.kind = ${kind} and i.id = any(${ids}::uuid[]) and i.state = 'waiting' and p.ended_at is null`

// Of several cases of one customer the first one tells them.
export const isToldEarlier = (work: Work, portfolio: PortfolioId, item: { customer: string; position: number }) => work.sql.one({
  told: boolean,
})`
  select exists (
    select from handovers.item where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and kind = 'case'
      and shown -> 'customer' ->> 'id' = ${item.customer} and position < ${item.position} and state <> 'gone') as told`

export const passedOf = (work: Work, portfolio: PortfolioId, most: number) => work.sql.many(row)`
  select ${columns} from handovers.item
  where tenant_id = ${work.tenant} and portfolio_id = ${portfolio} and state = 'passed' order by position limit ${most}`
