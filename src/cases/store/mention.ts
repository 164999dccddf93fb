import type { PersonId, Scope } from '#base/contract'
import { instant, integer, nullable, part, text, uuid } from '#base/sql'
import type { Work } from '#base/work'
import type { CaseId, NoteId } from '../contract.ts'
import { inScope } from './lists.ts'

export const insertMentions = (work: Work, m: { note: NoteId; case: CaseId; people: readonly PersonId[] }) => work.sql.run`
  insert into cases.mention (tenant_id, person_id, note_id, case_id, at)
  select ${work.tenant}, person, ${m.note}, ${m.case}, ${work.now} from unnest(${m.people}::uuid[]) as person`

const row = {
  note: uuid<NoteId>(), case_id: uuid<CaseId>(), number: integer, subject: text, closed_at: nullable(instant), author_id: nullable(uuid<PersonId>()),
  text, at: instant, seen_at: nullable(instant),
} // prettier-ignore
type Page = { scopes: readonly Scope[]; unseen: boolean; before: { at: string; id: string } | undefined; most: number }

export const mentionsOf = (work: Work, person: PersonId, page: Page) => work.sql.many(row)`
  select m.note_id as note, m.case_id, c.number, c.subject, c.closed_at, n.author_id,
    left(regexp_replace(left(n.text, 1000), '\\s+', ' ', 'g'), 300) as text, m.at, m.seen_at
  from cases.mention m
  join cases."case" c on c.tenant_id = m.tenant_id and c.id = m.case_id
  join cases.note n on n.tenant_id = m.tenant_id and n.id = m.note_id
  where m.tenant_id = ${work.tenant} and m.person_id = ${person} ${inScope(page.scopes)}
    ${page.unseen ? part`and m.seen_at is null` : part``}
    ${page.before ? part`and (m.at, m.note_id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)` : part``}
  order by m.at desc, m.note_id desc limit ${page.most}`

export const countUnseen = (work: Work, person: PersonId, scopes: readonly Scope[]) => work.sql.one({ n: integer })`
  select count(*) as n from cases.mention m join cases."case" c on c.tenant_id = m.tenant_id and c.id = m.case_id
  where m.tenant_id = ${work.tenant} and m.person_id = ${person} and m.seen_at is null ${inScope(scopes)}`

// The first look stays.
export const markSeen = (work: Work, person: PersonId, of: CaseId | null) => work.sql.run`
  update cases.mention set seen_at = greatest(${work.now}::timestamptz, at)
  where tenant_id = ${work.tenant} and person_id = ${person} and seen_at is null ${of ? part`and case_id = ${of}` : part``}`
