import { bytes, instant, integer, json, jsonb, nullable, part, text, uuid, word } from '#base/sql'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { TaskId } from '#tasks/contract'
import type { LetterId, LetterKind, LetterState } from '../../contract.ts'
import type { SentEnvelope } from './sent.ts'

const row = {
  id: uuid<LetterId>(), what: word<LetterKind>(), task_id: nullable(uuid<TaskId>()), person_id: nullable(uuid<PersonId>()), to_name: text, to_address: text,
  facts: jsonb<Record<string, unknown>>(), state: word<LetterState>(), detail: nullable(text), queued_at: instant, leaves_at: instant, settled_at: nullable(instant),
  subject: nullable(text), file_id: nullable(uuid()), envelope: nullable(jsonb<SentEnvelope>()), attempts: integer, attempt_began_at: nullable(instant),
  attempt_ended_at: nullable(instant),
} // prettier-ignore
export type LetterRow = NonNullable<Awaited<ReturnType<typeof findLetter>>>
const columns = part`id, what, task_id, person_id, to_name, to_address, facts, state, detail, queued_at, leaves_at, settled_at, subject, file_id, envelope,
  attempts, attempt_began_at, attempt_ended_at`

export type NewLetter = {
  id: LetterId
  what: LetterKind
  task: TaskId | null
  person: PersonId | null
  to: { name: string; address: string }
  facts: Record<string, unknown>
  leaves_at: Temporal.Instant
}
export const insertLetter = (work: Work, l: NewLetter) => work.sql.run`
  insert into channels.letter (tenant_id, id, what, task_id, person_id, to_name, to_address, facts, queued_at, leaves_at)
  values (${work.tenant}, ${l.id}, ${l.what}, ${l.task}, ${l.person}, ${l.to.name}, ${l.to.address}, ${json(l.facts)}, ${work.now}, ${l.leaves_at})`

export const findLetter = (work: Work, id: LetterId) => work.sql.maybeOne(row)`
  select ${columns} from channels.letter where tenant_id = ${work.tenant} and id = ${id}`

export const takeLetter = (work: Work, id: LetterId) => work.sql.maybeOne(row)`
  update channels.letter set state = 'leaving', detail = null where tenant_id = ${work.tenant} and id = ${id} and state = 'queued'
  returning ${columns}`

type Composed = { id: LetterId; subject: string; message_id: string; file: string; envelope: SentEnvelope }
export const recordComposed = (work: Work, c: Composed) => work.sql.run`
  update channels.letter
  set subject = ${c.subject.slice(0, 1_000)}, message_id = ${c.message_id}, file_id = ${c.file}, envelope = ${json(c.envelope)}, composed_at = ${work.now}
  where tenant_id = ${work.tenant} and id = ${c.id}`

export const beginLetterAttempt = (work: Work, id: LetterId) => work.sql.run`
  update channels.letter set attempts = attempts + 1, attempt_began_at = ${work.now}, attempt_ended_at = null
  where tenant_id = ${work.tenant} and id = ${id}`

export const endLetterAttempt = (work: Work, id: LetterId, answer: string) => work.sql.run`
  update channels.letter set attempt_ended_at = ${work.now}, last_answer = ${answer.slice(0, 2_000)}
  where tenant_id = ${work.tenant} and id = ${id}`

type Settled = { from: readonly LetterState[]; to: LetterState; detail: string | null }
export const moveLetter = (work: Work, id: LetterId, { from, to, detail }: Settled) => work.sql.maybeOne(row)`
  update channels.letter set state = ${to}, detail = ${detail?.slice(0, 2_000) ?? null},
    settled_at = ${to === 'queued' || to === 'leaving' ? null : work.now}::timestamptz
  where tenant_id = ${work.tenant} and id = ${id} and state = any(${from}::text[])
  returning ${columns}`

export const lettersOfTask = (work: Work, task: TaskId, most: number) => work.sql.many(row)`
  select ${columns} from channels.letter where tenant_id = ${work.tenant} and task_id = ${task} order by queued_at desc, id desc limit ${most}`

type Page = { state: LetterState | 'troubled' | undefined; before: { at: string; id: string } | undefined; most: number }
export const recentLetters = (work: Work, { state, before, most }: Page) => work.sql.many(row)`
  select ${columns} from channels.letter
  where tenant_id = ${work.tenant}
    ${state === undefined ? part`` : state === 'troubled' ? part`and state in ('failed', 'uncertain')` : part`and state = ${state}`}
    ${before ? part`and (queued_at, id) < (${before.at}::timestamptz, ${before.id}::uuid)` : part``}
  order by queued_at desc, id desc limit ${most}`

// What a task's letters to one address were called, oldest first: for the References of the next.
export const letterMessageIds = (work: Work, task: TaskId, address: string) => work.sql.many({ message_id: text })`
  select message_id from (
    select message_id, composed_at from channels.letter
    where tenant_id = ${work.tenant} and task_id = ${task} and lower(to_address) = ${address.toLowerCase()} and message_id is not null
    order by composed_at desc limit 10) latest
  order by composed_at`

// What waits for a retry was tried before; what was never tried an hour after its moment is forgotten by whoever should carry it.
export const countStuckLetters = (work: Work) => work.sql.one({ stuck: integer })`
  select count(*) as stuck from channels.letter
  where tenant_id = ${work.tenant} and state in ('queued', 'leaving') and attempts = 0 and leaves_at < ${work.now.subtract({ hours: 1 })}`

type Token = { hash: Buffer; letter: LetterId; kind: 'reply_address' | 'message_id' }
export const insertLetterToken = (work: Work, t: Token) => work.sql.run`
  insert into channels.letter_token (tenant_id, hash, letter_id, kind, made_at)
  values (${work.tenant}, ${t.hash}, ${t.letter}, ${t.kind}, ${work.now})`

export const findLetterTokens = (work: Work, hashes: readonly Buffer[]) => work.sql.many({
  hash: bytes,
  letter_id: uuid<LetterId>(),
  task_id: nullable(uuid<TaskId>()),
  to_address: text,
  person_id: nullable(uuid<PersonId>()),
})`
  select t.hash, t.letter_id, l.task_id, l.to_address, l.person_id
  from channels.letter_token t join channels.letter l on l.tenant_id = t.tenant_id and l.id = t.letter_id
  where t.tenant_id = ${work.tenant} and t.hash = any(${hashes}::bytea[]) limit 100`
