// A contact that is not served: it gave up, was turned away, or will be called back.
import { draw } from '../maths/distributions.ts'
import { secondOf } from '../maths/random.ts'
import { put } from './calendar.ts'
import { GAVE_UP, NO_FATE, WAS_REFUSED, type Fates } from './fates.ts'
import { chance, CODE_SHIFT, FOR_PATIENCE, RETURNS, type Play } from './play.ts'
import { ABANDONED, ABANDONED_IN_TIME, ABANDONED_WAIT, BLOCKED, WAITED } from './tally.ts'
import { AWAY, leave } from './visitors.ts'

const mostTries = 255

export function giveUp(play: Play, at: number, visitor: number): void {
  const { visitors, tally } = play
  const wait = at - visitors.arrivedAt[visitor]!
  const cell = visitors.cell[visitor]!
  if (cell >= 0) {
    const { sums } = tally
    sums[cell + ABANDONED] = sums[cell + ABANDONED]! + 1
    sums[cell + ABANDONED_WAIT] = sums[cell + ABANDONED_WAIT]! + wait
    sums[cell + WAITED] = sums[cell + WAITED]! + 1
    if (wait <= visitors.within[visitor]!) sums[cell + ABANDONED_IN_TIME] = sums[cell + ABANDONED_IN_TIME]! + 1
  }
  visitors.waitedBefore[visitor] = visitors.waitedBefore[visitor]! + wait
  if (play.fates) remember(play, visitor, { outcome: GAVE_UP, wait })
  goAway(play, at, visitor)
}

export function turnAway(play: Play, at: number, visitor: number): void {
  const { visitors, tally } = play
  const cell = visitors.cell[visitor]!
  if (cell >= 0) tally.sums[cell + BLOCKED] = tally.sums[cell + BLOCKED]! + 1
  if (play.fates) remember(play, visitor, { outcome: WAS_REFUSED, wait: at - visitors.arrivedAt[visitor]! })
  goAway(play, at, visitor)
}

// Whoever was lost may try again; the second number of the patience draw decides, so that it is the same under all rules.
function goAway(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const { kind: written, retryAfter } = play.flows[kind]! // a visitor is of one of the kinds
  const tries = visitors.tries[visitor]! + 1
  if (retryAfter && written.retrial && tries < Math.min(written.retrial.most, mostTries)) {
    chance(play, visitor, FOR_PATIENCE + (tries << 8))
    const coin = secondOf(play.words)
    if (coin < written.retrial.probability)
      return returnLater(play, visitor, { at: at + draw(retryAfter, coin / written.retrial.probability), tries })
  }
  leave(visitors, visitor)
}

function returnLater(play: Play, visitor: number, { at, tries }: { at: number; tries: number }): void {
  const { visitors } = play
  visitors.tries[visitor] = tries
  visitors.state[visitor] = AWAY
  visitors.callBack[visitor] = 0
  visitors.turn[visitor] = visitors.turn[visitor]! + 1
  put(play.calendar, at, (RETURNS << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
}

/** Writes down what became of a contact: of several tries the last, with all they waited. */
export function remember(play: Play, visitor: number, { outcome, wait }: { outcome: number; wait: number }): void {
  const { visitors } = play
  const flow = play.flows[visitors.kind[visitor]!]! // a visitor is of one of the kinds
  const index = visitors.index[visitor]!
  if (index >= flow.room || visitors.visits[visitor]! > 1) return
  const fates: Fates = play.fates! // asked by the caller
  const place = flow.first + index
  if (fates.outcome[place] === NO_FATE) fates.at[place] = visitors.arrivedAt[visitor]!
  fates.outcome[place] = outcome
  fates.wait[place] = fates.wait[place]! + Math.round(wait * 1_000)
}
