import type { PersonId } from '#base/contract'
import { instant, nullable, text, uuid, uuids } from '#base/sql'
import type { Work } from '#base/work'
import { ofCases } from './of-cases.ts'
import type { CaseId, NoteId } from '../contract.ts'

export const insertNote = (
  work: Work,
  n: { id: NoteId; case_id: CaseId; author: PersonId | null; by: string; text: string; mentions: PersonId[] },
) => work.sql.run`
  insert into cases.note (tenant_id, id, case_id, author_id, by, text, mentions, at)
  values (${work.tenant}, ${n.id}, ${n.case_id}, ${n.author}, ${n.by}, ${n.text}, ${n.mentions}::uuid[], ${work.now})`

export const notesOf = (work: Work, cases: readonly CaseId[]) => work.sql.many({
  id: uuid<NoteId>(),
  author_id: nullable(uuid<PersonId>()),
  text,
  mentions: uuids<PersonId>(),
  at: instant,
})`
  select n.id, n.author_id, n.text, n.mentions, n.at from cases.note n
  where n.tenant_id = ${work.tenant} and ${ofCases('n', cases)} order by n.at, n.id limit 1000`
