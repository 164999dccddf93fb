// Somebody answers what they were asked. A yes is checked against the law of working time by the plan, and put into their shift; a no is nobody's business.
import { refuse, system, type Work } from '#base/work'
import { notFound } from '#base/refusal'
import { onlyPeople } from '#staff/contract'
import { askAnswered, askOver, dayMoveChanged, type Ask, type AskId, type DayMoveId } from '../contract.ts'
import { forget } from '../board/day-now.ts'
import { today } from '../day/today.ts'
import { thinkAbout } from '../menu/menu.ts'
import { lengthen } from '../moves/steps/plan.ts'
import {
  asksOf,
  findAsk,
  findMove,
  holdAsk,
  holdMove,
  keepBefore,
  recordAnswer,
  recordStep,
  stepsOf,
  type AskRow,
} from '../store/move.ts'

export async function listMyAsks(work: Work): Promise<{ items: Ask[] }> {
  if (work.actor.kind !== 'person') throw refuse(onlyPeople, {})
  return { items: (await asksOf(work, work.actor.id)).map(shown) }
}

export async function answer(work: Work, { id, yes }: { id: AskId; yes: boolean }): Promise<Ask> {
  if (work.actor.kind !== 'person') throw refuse(onlyPeople, {})
  const ask = await heldAsk(work, id)
  if (ask?.person_id !== work.actor.id) throw refuse(notFound, {})
  const late = Temporal.Instant.compare(work.now, ask.until_at) > 0
  if (ask.answer !== null || ask.withdrawn_at !== null || late) throw refuse(askOver, {})
  await recordAnswer(work, id, yes ? 'yes' : 'no')
  const step = (await stepsOf(work, [ask.move_id])).find(({ place }) => place === ask.place)
  if (yes && step?.step.does === 'ask') {
    const before = await lengthen({ ...work, actor: system('intraday') }, step.step) // they agree; the plan is whoever asked's to change
    await keepBefore(work, { move_id: ask.move_id, place: ask.place, before })
  }
  await recordStep(work, { move_id: ask.move_id, place: ask.place, state: yes ? 'accepted' : 'declined', why: null })
  work.publish(askAnswered, { person: ask.person_id, ask: id, yes })
  await tellMove(work, ask.move_id, yes)
  forget(work)
  return shown({ ...ask, answer: yes ? 'yes' : 'no' })
}

// With somebody more, what is left to do is another question.
async function tellMove(work: Work, id: DayMoveId, yes: boolean): Promise<void> {
  const move = await findMove(work, id)
  if (!move) return
  work.publish(dayMoveChanged, { move: move.id, group: move.group_key, how: 'answered' })
  if (yes) await thinkAbout({ ...work, actor: system('intraday') }, { group: move.group_key, until: (await today(work)).to })
}

// Its move first, as undoing does: a yes and taking back come one after the other, and nobody's shift stays longer by a move that is undone.
async function heldAsk(work: Work, id: AskId): Promise<AskRow | undefined> {
  const found = await findAsk(work, id)
  if (!found || !(await holdMove(work, found.move_id))) return undefined
  return await holdAsk(work, id)
}

const shown = ({ id, what, from_at, to_at, asked_at, until_at, answer: said }: AskRow): Ask => ({
  id, what, from: String(from_at), to: String(to_at), asked_at: String(asked_at), until: String(until_at), answer: said,
}) // prettier-ignore
