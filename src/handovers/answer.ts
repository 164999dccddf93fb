// Yes, no, or taken back. Who declines says why; who accepts answers for the case from that moment on.
import * as cases from '#cases'
import type { PersonId } from '#base/contract'
import { refuse, type Work } from '#base/work'
import { batonOver, reasonNeeded, type BatonId, type FullBaton, type WishedWord } from './contract.ts'
import { endBaton } from './end.ts'
import { needBaton } from './need.ts'
import { changeWord } from './introduce.ts'
import { showFull } from './show-full.ts'

type Answer = {
  id: BatonId
  as: 'accepted' | 'declined' | 'withdrawn'
  because: string
  introduction?: WishedWord | undefined
}

export async function answer(work: Work, given: Answer): Promise<FullBaton> {
  const baton = await needBaton(work, given.id)
  if (baton.ended_at) throw refuse(batonOver, { as: baton.ended_as })
  if (given.as === 'declined' && given.because.trim() === '') throw refuse(reasonNeeded, {})
  await cases.answerHandOver(work, { id: given.id, as: given.as, answer: given.because })
  if (given.introduction) await changeWord(work, baton, given.introduction)
  await endBaton(work, given.id, {
    as: given.as,
    by: somebodyElse(work, given.as === 'withdrawn' ? baton.from_id : baton.to_id),
    answer: given.because,
  })
  return await showFull(work, given.id)
}

const somebodyElse = (work: Work, asked: PersonId): PersonId | null =>
  work.actor.kind === 'person' && work.actor.id !== asked ? work.actor.id : null
