// Where nobody answered, whoever may give cases decides: in the place of the one who was asked, or for somebody else.
import * as cases from '#cases'
import { audit } from '#access'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { batonOver, type BatonId, type FullBaton } from './contract.ts'
import { endBaton } from './end.ts'
import { needBaton } from './need.ts'
import { offerOne } from './offer.ts'
import { showFull } from './show-full.ts'

type Decision = { id: BatonId; to: PersonId; because: string }

export async function settle(work: Work, { id, to, because }: Decision): Promise<FullBaton> {
  const baton = await needBaton(work, id)
  if (baton.ended_at) throw refuse(batonOver, { as: baton.ended_as })
  const by = work.actor.kind === 'person' ? work.actor.id : null
  await audit(work, 'hand_over.settled', {
    about: baton.case_id,
    details: { from: baton.from_id, asked: baton.to_id, to, because },
  })
  if (to === baton.to_id) {
    await cases.setOwner(work, { id: baton.case_id, owner: to, expected_owner: baton.from_id })
    await endBaton(work, id, { as: 'accepted', by, answer: because })
    return await showFull(work, id)
  }
  await cases.answerHandOver(work, { id, as: 'withdrawn', answer: because })
  await endBaton(work, id, { as: 'withdrawn', by, answer: because })
  return await showFull(work, await offerOne(work, { case: baton.case_id, to, message: baton.message }, null))
}
