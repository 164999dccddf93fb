import type { PersonId } from '#base/contract'
import { instant, nullable, text, uuid, uuids } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, NoteId } from '../contract.ts'

export const insertNote = (
  work: Work,
  n: { id: NoteId; case_id: CaseId; author: PersonId | null; by: string; text: string; mentions: PersonId[] },
) => work.sql.run`
  insert into cases.note (tenant_id, id, case_id, author_id, by, text, mentions, at)
  values (${work.tenant}, ${n.id}, ${n.case_id}, ${n.author}, ${n.by}, ${n.text}, ${n.mentions}::uuid[], ${work.now})`

export const notesOf = (work: Work, id: CaseId) => work.sql.many({
  id: uuid<NoteId>(),
  author_id: nullable(uuid<PersonId>()),
  text,
  mentions: uuids<PersonId>(),
  at: instant,
})`
  select id, author_id, text, mentions, at from cases.note
  where tenant_id = ${work.tenant} and case_id = ${id} order by at, id limit 1000`
