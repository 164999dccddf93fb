// What else happens to a conversation that is held over a widget: a mail in it, its case closed, a mail of ours that carried its answers.
import * as cases from '#cases'
import { hear, reader } from '#base/journal'
import type { Work } from '#base/work'
import {
  caseClosed,
  messageReceived,
  messageSettled,
  type CaseId,
  type ConversationId,
  type InteractionId,
} from '#cases/contract'
import { chat } from './channel.ts'
import { endWithCase } from './end.ts'
import { placeElsewhere } from './place.ts'
import { findPlaceOf, gatheredWith, recordMailed } from './store/message.ts'
import { holdVisit } from './store/visit.ts'

type Received = ReturnType<typeof messageReceived.shape.parse>
type Settled = ReturnType<typeof messageSettled.shape.parse>

export const conversations = reader('channels.chat', [
  hear(messageReceived, wroteElsewhere),
  hear(messageSettled, settledTogether),
  hear(caseClosed, async (work, { case_id }) => await endWithCase(work, case_id as CaseId)),
])

async function wroteElsewhere(work: Work, received: Received): Promise<void> {
  if (received.opened || received.kind !== 'message' || received.source.startsWith(`${chat.name}:`)) return
  const visit = await holdVisit(work, received.conversation_id as ConversationId)
  const interaction = received.interaction_id as InteractionId
  if (!visit || (await findPlaceOf(work, interaction))) return
  await placeElsewhere(work, visit, { interaction, by_mail: received.channel === 'email' })
}

// One mail carried several answers: what became of it became of all of them.
async function settledTogether(work: Work, { interaction_id, state, detail }: Settled): Promise<void> {
  if (state !== 'handed_over' && state !== 'failed' && state !== 'uncertain' && state !== 'kept') return
  const carrier = interaction_id as InteractionId
  const gathered = await gatheredWith(work, carrier)
  if (gathered.length === 0) return
  if (state === 'handed_over' || state === 'uncertain') await recordMailed(work, carrier)
  for (const { interaction_id: id } of gathered) if (id !== carrier) await cases.settle(work, id, { state, detail })
}
