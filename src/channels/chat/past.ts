// Chats of the past, by the same verbs as those of today: said, placed, read. Only the clock of `open` is given, so that a demonstration can write
// weeks in seconds. No line is held, and nothing waits: each call is over when it returns.
import { randomUUID } from 'node:crypto'
import { hashToken, newToken } from '#base/id'
import { inWork, system, type Open } from '#base/work'
import type { CaseId, ConversationId, InteractionId } from '#cases/contract'
import type { Gate, Proven } from '../widgets/gate.ts'
import { leave } from './end.ts'
import { placeAnswer } from './place.ts'
import { readByVisitor } from './read.ts'
import { say } from './say.ts'
import { pageOf, type Speaker } from './speaker.ts'

type Who = {
  key: string
  language: 'fr' | 'en'
  page: string
  said: { name: string; email: string } | null
  proven: Proven | null
}
export type PastVisit = { conversation: ConversationId; case: CaseId }
export type PastVisitor = {
  says(text: string): Promise<PastVisit>
  reads(visit: PastVisit, answer: InteractionId): Promise<void>
  leaves(visit: PastVisit): Promise<void>
}

export async function visitOfThePast(open: Open, gate: Pick<Gate, 'admit'>, { key, page, ...who }: Who): Promise<PastVisitor> {
  const admitted = await gate.admit({ key, origin: undefined, address: '127.0.0.1' })
  const as = { tenant: admitted.tenant, actor: system('channels.chat') }
  const speaker: Speaker = { admitted, hash: hashToken(newToken()), page: pageOf(page), ...who }
  return {
    says: (text) => inWork(open, as, (work) => say(work, speaker, { id: randomUUID(), text, files: [] })),
    reads: ({ conversation, case: id }, answer) =>
      inWork(open, as, async (work) => {
        const leaves_at = work.now.toString()
        await placeAnswer(work, {
          case_id: id,
          conversation_id: conversation,
          interaction_id: answer,
          channel: 'chat',
          leaves_at,
        })
        await readByVisitor(work, conversation, Number.MAX_SAFE_INTEGER)
      }),
    leaves: ({ conversation }) => inWork(open, as, (work) => leave(work, conversation)),
  }
}
