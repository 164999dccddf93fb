import type { PersonId } from '#base/contract'
import { instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, HandOverBrief, HandOverEnding, HandOverId, Overtaking } from '../contract.ts'

const row = {
  id: uuid<HandOverId>(), case_id: uuid<CaseId>(), from_id: uuid<PersonId>(), to_id: uuid<PersonId>(), message: text, brief: nullable(jsonb<HandOverBrief>()),
  portfolio_id: nullable(uuid()), offered_at: instant, due_at: nullable(instant), ended_at: nullable(instant), ended_as: nullable(word<HandOverEnding>()),
  overtaken_by: nullable(word<Overtaking>()), answer: nullable(text),
} // prettier-ignore
const columns = part`h.id, h.case_id, h.from_id, h.to_id, h.message, h.brief, h.portfolio_id, h.offered_at, h.due_at, h.ended_at, h.ended_as, h.overtaken_by, h.answer`
export type HandOverRow = NonNullable<Awaited<ReturnType<typeof findHandOver>>>

export type NewHandOver = {
  id: HandOverId
  case_id: CaseId
  from: PersonId
  to: PersonId
  message: string
  brief: HandOverBrief | null
  portfolio_id: string | null
  due_at: Temporal.Instant | null
  by: string
}
export const insertHandOver = (work: Work, h: NewHandOver) => work.sql.run`
  insert into cases.hand_over (tenant_id, id, case_id, from_id, to_id, message, brief, portfolio_id, offered_at, due_at, offered_by)
  values (${work.tenant}, ${h.id}, ${h.case_id}, ${h.from}, ${h.to}, ${h.message}, ${h.brief && json(h.brief)}, ${h.portfolio_id}, ${work.now},
    ${h.due_at}, ${h.by})
  on conflict (tenant_id, case_id) where ended_at is null do nothing`

export const findHandOver = (work: Work, id: HandOverId) => work.sql.maybeOne(row)`
  select ${columns} from cases.hand_over h where h.tenant_id = ${work.tenant} and h.id = ${id}`

export const waitingHandOvers = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select ${columns} from cases.hand_over h where h.tenant_id = ${work.tenant} and h.case_id = any(${cases}::uuid[]) and h.ended_at is null`

export const waitingOf = (work: Work, portfolio: string) => work.sql.many(row)`
  select ${columns} from cases.hand_over h
  where h.tenant_id = ${work.tenant} and h.portfolio_id = ${portfolio} and h.ended_at is null order by h.case_id limit 500`

export const handOversFor = (work: Work, person: PersonId) => work.sql.many({
  ...row,
  number: integer,
  subject: text,
  brand_id: uuid(),
})`
  select ${columns}, c.number, c.subject, c.brand_id
  from cases.hand_over h join cases."case" c on c.tenant_id = h.tenant_id and c.id = h.case_id
  where h.tenant_id = ${work.tenant} and h.to_id = ${person} and h.ended_at is null
  order by h.offered_at limit 200`

export const endHandOver = (work: Work, id: HandOverId, end: { as: HandOverEnding; answer: string }) => work.sql.run`
  update cases.hand_over set ended_at = ${work.now}, ended_as = ${end.as}, answer = ${end.answer}
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

const ended = {
  id: uuid<HandOverId>(), case_id: uuid<CaseId>(), from_id: uuid<PersonId>(), to_id: uuid<PersonId>(), ended_as: word<HandOverEnding>(),
  overtaken_by: nullable(word<Overtaking>()), portfolio_id: nullable(uuid()),
} // prettier-ignore
export type EndedRow = Awaited<ReturnType<typeof endHandOversTo>>[number]
export const endHandOversTo = (work: Work, person: PersonId, ids?: readonly string[]) => work.sql.many(ended)`
  update cases.hand_over set ended_at = ${work.now}, ended_as = 'overtaken', overtaken_by = 'receiver_left'
  where tenant_id = ${work.tenant} and to_id = ${person} and ended_at is null
    ${ids ? part`and id = any(${ids}::uuid[])` : part``}
  returning id, case_id, from_id, to_id, ended_as, overtaken_by, portfolio_id`

export const endHandOversOf = (work: Work, id: CaseId, by: Overtaking) => work.sql.many(ended)`
  update cases.hand_over set ended_at = ${work.now}, ended_as = 'overtaken', overtaken_by = ${by}
  where tenant_id = ${work.tenant} and case_id = ${id} and ended_at is null
  returning id, case_id, from_id, to_id, ended_as, overtaken_by, portfolio_id`
