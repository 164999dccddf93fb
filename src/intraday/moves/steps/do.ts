// A step done, and a step taken back: each within its own savepoint of thought: a refusal of one leaves the others.
import { Refused } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { changedMeanwhile, type DayMoveId, type DoneStep, type Step } from '../../contract.ts'
import { ask, unask } from './ask.ts'
import { callBack, chats, place } from './floor.ts'
import { cancel, retime, shorten } from './plan.ts'

export type Deeds = { as: DoneStep['as']; why: DoneStep['why']; before: unknown }
export type At = { move: DayMoveId; place: number }

export async function doStep(work: Work, step: Step, at: At): Promise<Deeds> {
  return await orWhy('refused', async () => {
    switch (step.does) {
      case 'retime':
        return { as: 'done', why: null, before: await retime.apply(work, step) }
      case 'cancel':
        return { as: 'done', why: null, before: await cancel.apply(work, step) }
      case 'place':
        return { as: 'done', why: null, before: await place.apply(work, step) }
      case 'chats':
        return { as: 'done', why: null, before: await chats.apply(work, step) }
      case 'call_back':
        return { as: 'done', why: null, before: await callBack.apply(work, step) }
      case 'ask':
        await ask(work, step, at)
        return { as: 'asked', why: null, before: null }
    }
  })
}

type Done = At & { state: DoneStep['as']; before: unknown }

/** Null: there is nothing to take back. */
export async function undoStep(work: Work, step: Step, { state, before, ...at }: Done): Promise<Deeds | null> {
  if (state !== 'done' && state !== 'asked' && state !== 'accepted') return null
  return await orWhy('not_undone', async () => {
    await takeBack(work, step, { state, before, ...at })
    return { as: 'undone', why: null, before }
  })
}

async function takeBack(work: Work, step: Step, { state, before, ...at }: Done): Promise<void> {
  switch (step.does) {
    case 'retime':
      return await retime.undo(work, step, before)
    case 'cancel':
      return await cancel.undo(work, step, before)
    case 'place':
      return await place.undo(work, step, before)
    case 'chats':
      return await chats.undo(work, step, before)
    case 'call_back':
      return await callBack.undo(work, step, before)
    case 'ask':
      if (state === 'accepted') return await shorten(work, step, before)
      if (!(await unask(work, at))) throw refuse(changedMeanwhile, {})
  }
}

// A refusal is said by a verb before it writes, so what it leaves behind is nothing.
async function orWhy(as: DoneStep['as'], deed: () => Promise<Deeds>): Promise<Deeds> {
  try {
    return await deed()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, fr, en } = error.refusal
    return { as, why: { code, fr, en }, before: null }
  }
}
