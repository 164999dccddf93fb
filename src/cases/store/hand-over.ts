import type { PersonId } from '#base/contract'
import { instant, integer, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, HandOverId } from '../contract.ts'

type Ending = 'accepted' | 'declined' | 'withdrawn' | 'overtaken'
const row = {
  id: uuid<HandOverId>(), case_id: uuid<CaseId>(), from_id: uuid<PersonId>(), to_id: uuid<PersonId>(), message: text, offered_at: instant,
  ended_at: nullable(instant), ended_as: nullable(word<Ending>()), answer: nullable(text),
} // prettier-ignore

export const insertHandOver = (
  work: Work,
  h: { id: HandOverId; case_id: CaseId; from: PersonId; to: PersonId; message: string; by: string },
) => work.sql.run`
  insert into cases.hand_over (tenant_id, id, case_id, from_id, to_id, message, offered_at, offered_by)
  values (${work.tenant}, ${h.id}, ${h.case_id}, ${h.from}, ${h.to}, ${h.message}, ${work.now}, ${h.by})
  on conflict (tenant_id, case_id) where ended_at is null do nothing`

export const findHandOver = (work: Work, id: HandOverId) => work.sql.maybeOne(row)`
  select id, case_id, from_id, to_id, message, offered_at, ended_at, ended_as, answer
  from cases.hand_over where tenant_id = ${work.tenant} and id = ${id}`

export const waitingHandOvers = (work: Work, cases: readonly CaseId[]) => work.sql.many(row)`
  select id, case_id, from_id, to_id, message, offered_at, ended_at, ended_as, answer
  from cases.hand_over where tenant_id = ${work.tenant} and case_id = any(${cases}::uuid[]) and ended_at is null`

export const handOversFor = (work: Work, person: PersonId) => work.sql.many({
  ...row,
  number: integer,
  subject: text,
  brand_id: uuid(),
})`
  select h.id, h.case_id, h.from_id, h.to_id, h.message, h.offered_at, h.ended_at, h.ended_as, h.answer, c.number, c.subject, c.brand_id
  from cases.hand_over h join cases."case" c on c.tenant_id = h.tenant_id and c.id = h.case_id
  where h.tenant_id = ${work.tenant} and h.to_id = ${person} and h.ended_at is null
  order by h.offered_at limit 200`

export const endHandOver = (work: Work, id: HandOverId, end: { as: Ending; answer: string }) => work.sql.run`
  update cases.hand_over set ended_at = ${work.now}, ended_as = ${end.as}, answer = ${end.answer}
  where tenant_id = ${work.tenant} and id = ${id} and ended_at is null`

export const endHandOversTo = (work: Work, person: PersonId) => work.sql.many({
  id: uuid<HandOverId>(),
  case_id: uuid<CaseId>(),
  from_id: uuid<PersonId>(),
})`
  update cases.hand_over set ended_at = ${work.now}, ended_as = 'overtaken'
  where tenant_id = ${work.tenant} and to_id = ${person} and ended_at is null
  returning id, case_id, from_id`

export const endHandOversOf = (work: Work, id: CaseId, as: Ending) => work.sql.many({
  id: uuid<HandOverId>(),
  from_id: uuid<PersonId>(),
  to_id: uuid<PersonId>(),
  ended_as: word<Ending>(),
})`
  update cases.hand_over set ended_at = ${work.now}, ended_as = ${as}
  where tenant_id = ${work.tenant} and case_id = ${id} and ended_at is null
  returning id, from_id, to_id, ended_as`
