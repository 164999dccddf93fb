// The visitor said something: kept raw, filed in the case, given its place. One transaction; said twice, it is found again and nothing is new.
import * as cases from '#cases'
import { allOf } from '#base/all-of'
import { point } from '#base/crash-points'
import { keepFile } from '#base/files'
import { newId } from '#base/id'
import { refuse, type Work } from '#base/work'
import type { Arrival, CaseId, ConversationId, InteractionId } from '#cases/contract'
import type { PersonId } from '#base/contract'
import { NAMELESS, type CustomerId } from '#customers/contract'
import { chatOpened, fileUnknown } from '../contract.ts'
import { findVisitorFiles, markSaid } from '../widgets/store/visitor-file.ts'
import { chat } from './channel.ts'
import { isNews, knownAs } from './known-as.ts'
import { excerpt } from './rules/excerpt.ts'
import { shownOf, type Speaker } from './speaker.ts'
import { findSaid, insertMessage } from './store/message.ts'
import { insertFiledReceipt } from './store/receipt.ts'
import { holdVisitBySecret, insertVisit, lockSecret, recordSpoken, type VisitRow } from './store/visit.ts'

export type Words = { id: string; text: string; files: string[] }
export type Took = {
  conversation: ConversationId
  case: CaseId
  seq: number
  at: Temporal.Instant
  interaction: InteractionId
  again: boolean
}

export async function say(work: Work, speaker: Speaker, words: Words): Promise<Took> {
  const visit = await held(work, speaker)
  const before = visit && (await findSaid(work, { ...secretOf(speaker), id: words.id }))
  if (before)
    return { conversation: visit.conversation_id, case: visit.case_id, seq: before.seq, at: before.at, interaction: before.interaction_id, again: true } // prettier-ignore
  const raw = Buffer.from(JSON.stringify({ say: words, language: speaker.language, page: speaker.page, said: speaker.said }))
  const id = visit?.id ?? newId(work.now)
  const [kept, files] = await Promise.all([keepFile(work, raw), filesOf(work, speaker, words.files)])
  const filed = await cases.receive(work, arrivalOf(work, speaker, { words, files, id, answers: visit?.conversation_id ?? null }))
  const seq = (visit?.last_seq ?? 0) + 1
  if (visit) await spokenAgain(work, visit, { speaker, seq })
  else await begun(work, { speaker, id, filed })
  await allOf<unknown>([
    insertMessage(work, { conversation: filed.conversation, seq, interaction: filed.interaction, said_id: words.id, from: 'visitor', by_mail: false }),
    insertFiledReceipt(work, {
      id: newId(work.now), entry_point: speaker.admitted.entry_point, file: kept.id, size: raw.length, interaction: filed.interaction,
      envelope: { protocol: 'chat', from: speaker.said?.email ?? '', to: [], more: 0, origin: speaker.admitted.origin, remote: speaker.admitted.address },
    }),
    ...(words.files.length > 0 ? [markSaid(work, words.files)] : []),
  ]) // prettier-ignore
  point('chat.before_commit')
  return { conversation: filed.conversation, case: filed.case, seq, at: work.now, interaction: filed.interaction, again: false }
}

const secretOf = ({ admitted, hash }: Speaker) => ({ entry_point: admitted.entry_point, hash })

async function held(work: Work, speaker: Speaker): Promise<VisitRow | undefined> {
  const found = await holdVisitBySecret(work, secretOf(speaker))
  if (found) return found
  await lockSecret(work, secretOf(speaker))
  return await holdVisitBySecret(work, secretOf(speaker))
}

async function filesOf(work: Work, { admitted, hash }: Speaker, ids: readonly string[]): Promise<Arrival['attachments']> {
  if (ids.length === 0) return []
  const found = await findVisitorFiles(work, { widget: admitted.widget, visit: hash, ids })
  if (found.length !== new Set(ids).size) throw refuse(fileUnknown, {})
  return found.map(({ name, type, size, file_id }) => ({ name, type, size, file: file_id, inline: false, content_id: null }))
}

type Saying = { words: Words; files: Arrival['attachments']; id: string; answers: ConversationId | null }

function arrivalOf(work: Work, speaker: Speaker, { words, files, id, answers }: Saying): Arrival {
  const { proven, said, language } = speaker
  const { from, identity } = sender(speaker, `chat:${id}`)
  return {
    source: `chat:${id}:${words.id}`, channel: chat.name, traits: chat.traits, entry_point: speaker.admitted.entry_point, kind: 'message', at: work.now, sent_at: null,
    from, identity, to: [], cc: [], more_recipients: 0, answer_to: [], subject: excerpt(words.text, 80) || (files[0]?.name ?? ''), text: words.text,
    visible_text: words.text, html: null, language, original_file: null, attachments: files,
    marks: { ...(said ? { said } : {}), ...(proven ? { proven: proven.name || proven.email || proven.sub } : {}) }, answers, trusted: true, certain: true,
  } // prettier-ignore
}

// Whom the site proved is that customer; whoever only says so is a visitor of their own.
function sender({ proven, said, language }: Speaker, handle: string): Pick<Arrival, 'from' | 'identity'> {
  const nameless = NAMELESS[language === 'en' ? 'en' : 'fr']
  if (!proven) return { from: { name: said?.name || nameless, address: handle }, identity: { kind: 'handle', value: handle } }
  const address = proven.identity.kind === 'email' ? proven.identity.value : handle
  return { from: { name: proven.name || said?.name || nameless, address }, identity: { ...proven.identity, proof: 'token' } }
}

type Opening = { speaker: Speaker; id: string; filed: Awaited<ReturnType<typeof cases.receive>> }

async function begun(work: Work, { speaker, id, filed }: Opening): Promise<void> {
  const { admitted, language, page, said, proven, hash } = speaker
  const about = { case_id: filed.case, conversation_id: filed.conversation }
  const [, facts] = await Promise.all([
    insertVisit(work, {
      id, hash, entry_point_id: admitted.entry_point, brand_id: admitted.brand.id, conversation_id: filed.conversation, case_id: filed.case,
      customer_id: filed.customer as CustomerId | null, language, page, said, proven: shownOf(proven), mail_after_seconds: admitted.settings.mail_after_minutes * 60,
    }), // prettier-ignore
    cases.facts(work, [filed.case]),
  ])
  const owner = facts.get(filed.case)?.owner_id as PersonId // it was opened in this transaction
  work.publish(chatOpened, { ...about, entry_point: admitted.entry_point, owner }, { case_id: filed.case })
}

async function spokenAgain(work: Work, visit: VisitRow, { speaker, seq }: { speaker: Speaker; seq: number }): Promise<void> {
  const named = { said: speaker.said, proven: shownOf(speaker.proven) }
  await Promise.all([
    recordSpoken(work, visit.id, { seq, page: speaker.page, language: speaker.language }),
    isNews(visit, named) ? knownAs(work, visit, named) : 0,
  ])
}
