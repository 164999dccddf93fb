// What the routing engine has decided, done: it decides in the rehearsal as it does live, and here nobody refuses.
import { CALL_BACK, GIVE, MOVE, OFFER, PUT_ASIDE, REFUSE, RESUME, whys, WRAPPED } from '#routing/engine'
import { put } from './calendar.ts'
import { isFree } from './finish.ts'
import { turnAway } from './lose.ts'
import { draw } from '../maths/distributions.ts'
import { firstOf, secondOf } from '../maths/random.ts'
import { ANSWERS, chanceOfAnswer, CODE_SHIFT, DECLINES, IS_ASKED, type Play } from './play.ts'
import { serve } from './serve.ts'
import { OVERFLOWED } from './tally.ts'
import { goOn, setAside } from './together.ts'
import { AWAY, WAITING } from './visitors.ts'

const STILL_THERE = whys.indexOf('waited')

export function obey(play: Play, at: number): void {
  const { decided } = play.routed
  const { count } = decided
  for (let i = 0; i < count; i++) {
    const kind = decided.kind[i]!
    if (kind === GIVE) {
      const visitor = play.visitorOf[decided.item[i]!]!
      play.visitors.agent[visitor] = decided.agent[i]!
      serve(play, at, visitor)
    } else other(play, at, i)
  }
}

function other(play: Play, at: number, i: number): void {
  const { decided } = play.routed
  const item = decided.item[i]!
  const visitor = item < 0 ? -1 : play.visitorOf[item]!
  switch (decided.kind[i]!) {
    case OFFER:
      return rings(play, at, i)
    case REFUSE:
      noLongerWaits(play, visitor)
      return turnAway(play, at, visitor)
    case CALL_BACK:
      if (decided.why[i] !== STILL_THERE) noLongerWaits(play, visitor)
      return put(play.calendar, at, (IS_ASKED << CODE_SHIFT) | visitor, play.visitors.turn[visitor]!)
    case MOVE:
      return countMove(play, visitor)
    case PUT_ASIDE:
      return setAside(play, at, visitor)
    case RESUME:
      return goOn(play, at, visitor)
    case WRAPPED:
      return isFree(play, at, visitor)
  }
}

// An offer is answered when whoever is asked does: where all ring, the first of them. Whoever lets it ring out is the engine's affair.
function rings(play: Play, at: number, i: number): void {
  const { decided } = play.routed
  const { visitors } = play
  const item = decided.item[i]!
  const visitor = play.visitorOf[item]!
  const another = i > 0 && decided.kind[i - 1] === OFFER && decided.item[i - 1] === item
  const answer = answerOf(play, at, { visitor, agent: decided.agent[i]!, queue: decided.queue[i]! })
  if (another && !(answer.at < visitors.answerAt[visitor]! && answer.code === ANSWERS)) return
  visitors.agent[visitor] = decided.agent[i]!
  visitors.answerAt[visitor] = answer.at
  if (answer.at < Infinity) put(play.calendar, answer.at, (answer.code << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
}

type Asked = { visitor: number; agent: number; queue: number }

function answerOf(play: Play, at: number, { visitor, agent, queue }: Asked): { at: number; code: number } {
  const answers = play.side.answers[agent]
  if (!answers) return { at: at + play.side.ringSeconds[queue]!, code: ANSWERS }
  chanceOfAnswer(play, visitor, { at, agent })
  const coin = secondOf(play.words)
  if (coin < answers.lapses) return { at: Infinity, code: ANSWERS }
  const after = draw(answers.after, firstOf(play.words))
  return { at: at + after, code: coin < answers.lapses + answers.declines ? DECLINES : ANSWERS }
}

function countMove({ visitors, tally }: Play, visitor: number): void {
  if (visitors.cell[visitor]! >= 0) tally.sums[visitors.cell[visitor]! + OVERFLOWED]!++
}

function noLongerWaits(play: Play, visitor: number): void {
  const { visitors } = play
  if (visitors.state[visitor] === WAITING) play.waiting[visitors.queue[visitor]!]!--
  visitors.state[visitor] = AWAY
  visitors.turn[visitor] = visitors.turn[visitor]! + 1
}
