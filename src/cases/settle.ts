// What became of a message, told by the channel that carried it. A failed one goes back to its owner.
import type { Work } from '#base/work'
import { messageSettled, type CaseId, type InteractionId, type SendState } from './contract.ts'
import { reopenForFailure } from './reopen.ts'
import { findMain, recordFailure } from './store/case.ts'
import { findInteraction, moveAndFind, moveState } from './store/interaction.ts'
import { recordLeaving } from './store/outgoing.ts'

// Takes a queued message for sending; false when somebody else has it or it was held back.
export async function takeForSending(work: Work, id: InteractionId): Promise<boolean> {
  return (await recordLeaving(work, id)) === 1
}

export type Settled = {
  state: Extract<SendState, 'handed_over' | 'kept' | 'failed' | 'uncertain' | 'queued'>
  detail: string | null
  lost?: boolean
}

// `lost`: it left, but not to everybody it was for.
export async function settle(work: Work, id: InteractionId, { state, detail, lost = false }: Settled): Promise<void> {
  const of = await moveAndFind(work, id, {
    from: ['leaving', 'queued', 'kept', 'uncertain', 'failed'],
    to: state,
    detail: detail?.slice(0, 2_000) ?? null,
  })
  if (!of || state === 'queued') return
  const isOurs = of.kind !== 'acknowledgement' // a courtesy that did not arrive settles nothing and breaks nothing
  if (isOurs && (lost || state === 'failed' || state === 'uncertain')) await backToItsOwner(work, of.case_id)
  const about = { case_id: of.case_id }
  work.publish(messageSettled, { ...about, interaction_id: id, state, detail, owner: of.owner_id }, about)
}

async function backToItsOwner(work: Work, id: CaseId): Promise<void> {
  await recordFailure(work, id, true)
  await reopenForFailure(work, id) // an answer is often sent and the case closed in one gesture
}

// A relay took the message and somebody further on gave it back for good.
export async function bounced(work: Work, id: InteractionId, detail: string): Promise<void> {
  const found = await findInteraction(work, id)
  const of = found && (await findMain(work, found.case_id))
  if (!of) return
  const moved = await moveState(work, id, {
    from: ['handed_over', 'uncertain', 'kept'],
    to: 'failed',
    detail: detail.slice(0, 2_000),
  })
  if (moved === 0) return
  await backToItsOwner(work, of.id)
  const about = { case_id: of.id }
  work.publish(messageSettled, { ...about, interaction_id: id, state: 'failed', detail, owner: of.owner_id }, about)
}
