// What the routing engine has decided, done: it decides in the rehearsal as it does live, and here nobody refuses.
import { CALL_BACK, GIVE, MOVE, OFFER, PUT_ASIDE, REFUSE, RESUME, whys, WRAPPED } from '#routing/engine'
import { put } from './calendar.ts'
import { isFree } from './finish.ts'
import { turnAway } from './lose.ts'
import { ANSWERS, CODE_SHIFT, IS_ASKED, type Play } from './play.ts'
import { serve } from './serve.ts'
import { OVERFLOWED } from './tally.ts'
import { setAside } from './together.ts'
import { AWAY, WAITING } from './visitors.ts'

const STILL_THERE = whys.indexOf('waited')

export function obey(play: Play, at: number): void {
  const { decided } = play.routed
  const { count } = decided
  for (let i = 0; i < count; i++) {
    const kind = decided.kind[i]!
    if (kind === GIVE) serve(play, at, decided.item[i]!, decided.agent[i]!)
    else other(play, at, i)
  }
}

function other(play: Play, at: number, i: number): void {
  const { decided } = play.routed
  const { visitors, visitorOf } = play
  const item = decided.item[i]!
  const visitor = item < 0 ? -1 : visitorOf[item]!
  switch (decided.kind[i]) {
    case OFFER:
      if (i > 0 && decided.kind[i - 1] === OFFER && decided.item[i - 1] === item) return // all ring: the first will pick up
      visitors.agent[visitor] = decided.agent[i]!
      return void put(
        play.calendar,
        at + play.side.ringSeconds[decided.queue[i]!]!,
        (ANSWERS << CODE_SHIFT) | visitor,
        visitors.turn[visitor]!,
      )
    case REFUSE:
      noLongerWaits(play, visitor)
      return turnAway(play, at, visitor)
    case CALL_BACK:
      if (decided.why[i] !== STILL_THERE) noLongerWaits(play, visitor)
      return void put(play.calendar, at, (IS_ASKED << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
    case MOVE:
      if (visitors.cell[visitor]! >= 0) play.tally.sums[visitors.cell[visitor]! + OVERFLOWED]!++
      return
    case PUT_ASIDE:
      return setAside(play, at, visitor, 1)
    case RESUME:
      return setAside(play, at, visitor, 0)
    case WRAPPED:
      return isFree(play, at, visitor)
  }
}

function noLongerWaits(play: Play, visitor: number): void {
  const { visitors } = play
  if (visitors.state[visitor] === WAITING) play.waiting[visitors.queue[visitor]!]!--
  visitors.state[visitor] = AWAY
  visitors.turn[visitor] = visitors.turn[visitor]! + 1
}
