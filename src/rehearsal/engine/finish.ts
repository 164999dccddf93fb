// The end of a contact, and of what comes after it.
import { draw } from '../maths/distributions.ts'
import { firstOf, secondOf } from '../maths/random.ts'
import { put } from './calendar.ts'
import { chance, CODE_SHIFT, FOR_AGAIN, FOR_SERVICE, RETURNS, WRAPPED_UP, type Play } from './play.ts'
import { FINISHED, HANDLING, SOJOURN } from './tally.ts'
import { AWAY, leave, WRAPPING } from './visitors.ts'

/** Counts a contact that has ended. */
export function countEnd(play: Play, at: number, visitor: number): void {
  const { visitors, tally } = play
  const cell = visitors.cell[visitor]!
  if (cell < 0 || visitors.visits[visitor] === 0) return
  const handling = at - visitors.servedAt[visitor]!
  tally.sums[cell + FINISHED]!++
  tally.sums[cell + HANDLING]! += handling
  tally.sums[cell + SOJOURN]! += at - visitors.arrivedAt[visitor]!
  tally.handlingBy[visitors.agent[visitor]!]! += handling
}

/** Seconds of wrap-up after a contact; 0: none. */
export function wrapUpOf(play: Play, visitor: number): number {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const { wrapUps, wrapUp } = play.flows[kind]! // a visitor is of one of the kinds
  if (wrapUps === null && wrapUp === null) return 0
  const index = visitors.index[visitor]!
  const known = wrapUps === null ? Number.NaN : wrapUps[index]!
  if (known >= 0) return known
  if (wrapUp === null) return 0
  chance(play, visitor, FOR_SERVICE + ((visitors.visits[visitor]! - 1) << 8))
  return draw(wrapUp, secondOf(play.words))
}

export function beginWrapUp(play: Play, visitor: number, until: number): void {
  const { visitors } = play
  visitors.state[visitor] = WRAPPING
  visitors.turn[visitor] = visitors.turn[visitor]! + 1
  put(play.calendar, until, (WRAPPED_UP << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
}

/** Nothing of this contact holds its agent any more; the customer may come again. */
export function isFree(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  laidDown(play, at, visitors.agent[visitor]!)
  const kind = visitors.kind[visitor]!
  const { kind: written, againAfter } = play.flows[kind]! // a visitor is of one of the kinds
  const visits = visitors.visits[visitor]!
  if (!againAfter || !written.again || visits === 0 || visits >= written.again.most) return leave(visitors, visitor)
  chance(play, visitor, FOR_AGAIN + (visits << 8))
  if (firstOf(play.words) >= written.again.probability) return leave(visitors, visitor)
  visitors.state[visitor] = AWAY
  visitors.tries[visitor] = 0
  visitors.callBack[visitor] = 0
  visitors.waitedBefore[visitor] = 0
  if (visitors.owner[visitor] === -1) visitors.owner[visitor] = visitors.agent[visitor]! // whoever served it first answers for it
  visitors.turn[visitor] = visitors.turn[visitor]! + 1
  put(play.calendar, at + draw(againAfter, secondOf(play.words)), (RETURNS << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
}

// One thing less in hand; with nothing left the time is counted, and what of it was after the shift.
function laidDown(play: Play, at: number, agent: number): void {
  play.load[agent]!--
  if (play.load[agent]! > 0) return
  countBusy(play, at, agent)
}

/** Counts the time somebody was busy up to now. */
export function countBusy({ busySince, offSince, tally, window }: Play, at: number, agent: number): void {
  const to = Math.min(at, window.to)
  const since = Math.max(busySince[agent]!, window.from)
  if (to <= since) return
  tally.busy[agent]! += to - since
  const off = offSince[agent]! // not a number while at work
  if (off === off && to > off) tally.overtime[agent]! += to - Math.max(off, since)
}
