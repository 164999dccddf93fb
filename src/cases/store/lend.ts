import { instant, text, uuid, word } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, InteractionId } from '../contract.ts'

export type MessageLent = Awaited<ReturnType<typeof findMessages>>[number]
export const findMessages = (work: Work, of: readonly CaseId[], ids: readonly InteractionId[]) => work.sql.many({
  id: uuid<InteractionId>(), at: instant, direction: word<'in' | 'out'>(), from_name: text, from_address: text, text,
})`
  select id, at, direction, from_name, from_address, left(visible_text, 100000) as text from cases.interaction
  where tenant_id = ${work.tenant} and case_id = any(${of}::uuid[]) and id = any(${ids}::uuid[]) and state <> 'cancelled' order by at, id` // prettier-ignore
