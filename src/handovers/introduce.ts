// The word to the customer: changed, sent at once, or skipped with a reason, by whoever gives or whoever takes over, until it has left.
import { can } from '#access'
import { notAllowed, stale } from '#base/refusal'
import { actorId, refuse, type Work } from '#base/work'
import * as cases from '#cases'
import {
  introductionOver,
  introductionSkipped,
  nobodyToIntroduce,
  type BatonId,
  type FullBaton,
  type WishedWord,
} from './contract.ts'
import { isMe, needBaton } from './need.ts'
import { scheduleWord, sendWord, stopWord } from './send-word.ts'
import { showFull } from './show-full.ts'
import type { BatonRow } from './store/baton.ts'
import { lockIntroduction, rewrite, skip, type IntroductionRow } from './store/introduction.ts'

type Wish = { id: BatonId; version: number; text?: string | undefined; send: boolean; skip?: string | undefined }

export async function introduce(work: Work, wish: Wish): Promise<FullBaton> {
  const baton = await needBaton(work, wish.id)
  await refuseOthers(work, baton)
  const word = await lockIntroduction(work, wish.id)
  if (!word) throw refuse(nobodyToIntroduce, { because: '' })
  if (word.sent_at) throw refuse(introductionOver, { state: 'sent' })
  if (word.version !== wish.version)
    throw refuse(stale, { current: word, given_version: wish.version, current_version: word.version })
  if (wish.skip) await changeWord(work, baton, { skip: wish.skip })
  else if (wish.text) await changeWord(work, baton, { text: wish.text })
  if (wish.send && !wish.skip && baton.ended_as === 'accepted') await sendWord(work, baton.id)
  return await showFull(work, wish.id)
}

export async function changeWord(work: Work, baton: BatonRow, wish: WishedWord): Promise<void> {
  const word = await lockIntroduction(work, baton.id)
  if (!word || word.sent_at) return
  if ('skip' in wish) return await skipWord(work, word, wish.skip)
  await rewrite(work, baton.id, wish.text)
  if (baton.ended_as === 'accepted') await scheduleWord(work, baton.id)
}

async function skipWord(work: Work, { baton_id, case_id }: IntroductionRow, because: string): Promise<void> {
  await skip(work, baton_id, { by: actorId(work.actor), because })
  await stopWord(work, baton_id)
  work.publish(introductionSkipped, { hand_over_id: baton_id, case_id, because }, { case_id })
}

async function refuseOthers(work: Work, { from_id, to_id, case_id }: BatonRow): Promise<void> {
  if (work.actor.kind === 'system' || isMe(work, from_id) || isMe(work, to_id)) return
  const brand = await cases.brandOf(work, case_id)
  if (!can(work.actor, 'case.assign', { brand })) throw refuse(notAllowed, { permission: 'case.assign' })
}
