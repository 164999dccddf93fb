import type { PersonId } from '#base/contract'
import { instant, integer, nullable, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, InteractionId, SendState } from '../contract.ts'

export const findSpoken = (work: Work, of: readonly CaseId[], ids: readonly InteractionId[]) => work.sql.many({
  id: uuid<InteractionId>(),
  author_id: nullable(uuid<PersonId>()),
  text,
  state: word<SendState>(),
  at: instant,
})`
  select id, author_id, visible_text as text, state, at from cases.interaction
  where tenant_id = ${work.tenant} and id = any(${ids}::uuid[]) and case_id = any(${of}::uuid[])`

export const attachmentsSpoken = (work: Work, of: readonly CaseId[], ids: readonly InteractionId[]) => work.sql.many({
  id: uuid(),
  interaction_id: uuid<InteractionId>(),
  name: text,
  type: text,
  size: integer,
  file_id: uuid(),
})`
  select id, interaction_id, name, type, size, file_id from cases.attachment
  where tenant_id = ${work.tenant} and case_id = any(${of}::uuid[]) and interaction_id = any(${ids}::uuid[]) and not inline order by interaction_id, position limit 2000`
