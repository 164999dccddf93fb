// What one visitor does when its moment has come.
import { accepted, declined, finished, IGNORED, left, wrapped } from '#routing/engine'
import { firstOf } from '../maths/random.ts'
import { present, show } from './arrive.ts'
import { beginWrapUp, countEnd, isFree, wrapUpOf } from './finish.ts'
import { giveUp, turnAway } from './lose.ts'
import { obey } from './obey.ts'
import { serve } from './serve.ts'
import { ANSWERS, chance, DECLINES, ENDS, FOR_CALL_BACK, GIVES_UP, IS_ASKED, RETURNS, WRAPPED_UP, type Play } from './play.ts'
import { CALLED_BACK } from './tally.ts'
import { part } from './together.ts'
import { AWAY, WAITING } from './visitors.ts'

export function turnOf(play: Play, at: number, { code, visitor }: { code: number; visitor: number }): void {
  switch (code) {
    case ENDS:
      return ends(play, at, visitor)
    case GIVES_UP:
      return givesUp(play, at, visitor)
    case WRAPPED_UP:
      return wrappedUp(play, at, visitor)
    case RETURNS:
      return present(play, at, visitor)
    case ANSWERS:
      return answers(play, at, visitor)
    case DECLINES:
      return declines(play, at, visitor)
    case IS_ASKED:
      return isAsked(play, at, visitor)
  }
}

function ends(play: Play, at: number, visitor: number): void {
  const { visitors, routed, side } = play
  const item = visitors.item[visitor]!
  countEnd(play, at, visitor)
  if (side.shares[side.places[visitors.kind[visitor]!]!.channel] === 1) part(play, at, visitor) // one of the kinds
  const most = side.mostWrapUp[routed.items.queue[item]!]!
  const wrapUp = most > 0 ? wrapUpOf(play, visitor) : 0
  finished(routed, at, item)
  if (most === 0) isFree(play, at, visitor)
  else if (wrapUp < most) beginWrapUp(play, visitor, at + wrapUp) // else the engine ends it
  obey(play, at)
}

function givesUp(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  left(play.routed, at, visitors.item[visitor]!)
  play.waiting[visitors.queue[visitor]!]!--
  giveUp(play, at, visitor)
  obey(play, at)
}

function wrappedUp(play: Play, at: number, visitor: number): void {
  wrapped(play.routed, at, play.visitors.item[visitor]!)
  isFree(play, at, visitor)
  obey(play, at)
}

// The offer has rung long enough: its agent picks up. One that is over meanwhile is answered no more.
function answers(play: Play, at: number, visitor: number): void {
  if (play.visitors.answerAt[visitor] !== at) return
  const item = play.visitors.item[visitor]!
  const agent = play.visitors.agent[visitor]!
  accepted(play.routed, at, { item, agent })
  if (!wasIgnored(play, item)) serve(play, at, visitor)
  obey(play, at)
}

function declines(play: Play, at: number, visitor: number): void {
  const { visitors, routed } = play
  if (visitors.answerAt[visitor] !== at) return
  declined(routed, at, { item: visitors.item[visitor]!, agent: visitors.agent[visitor]! })
  obey(play, at)
}

function wasIgnored({ routed: { decided } }: Play, item: number): boolean {
  for (let i = 0; i < decided.count; i++) if (decided.kind[i] === IGNORED && decided.item[i] === item) return true
  return false
}

// Whether to be called back. Who stays on the line waits on, where it does not count among those who are too many.
function isAsked(play: Play, at: number, visitor: number): void {
  const { visitors, tally, side, routed } = play
  const kind = visitors.kind[visitor]!
  const queue = visitors.queue[visitor]!
  chance(play, visitor, FOR_CALL_BACK)
  const wanted = firstOf(play.words) < (play.flows[kind]!.kind.call_back?.accepted ?? 0) // one of the kinds
  const waiting = visitors.state[visitor] === WAITING
  if (!wanted && waiting) return
  if (!wanted && routed.open[queue] === 0) return turnAway(play, at, visitor)
  if (waiting) {
    left(routed, at, visitors.item[visitor]!)
    play.waiting[queue]!--
    visitors.turn[visitor] = visitors.turn[visitor]! + 1
    visitors.state[visitor] = AWAY
    obey(play, at)
  }
  if (wanted) {
    visitors.callBack[visitor] = 1
    if (visitors.cell[visitor]! >= 0) tally.sums[visitors.cell[visitor]! + CALLED_BACK]!++
  }
  visitors.lane[visitor] = side.callBacks[queue]! // it has one, or nobody would be asked
  show(play, at, visitor)
}
