// A contact that somebody begins to serve.
import { draw } from '../maths/distributions.ts'
import { firstOf, secondOf } from '../maths/random.ts'
import { put } from './calendar.ts'
import { WAS_ANSWERED, WAS_CALLED_BACK } from './fates.ts'
import { remember } from './lose.ts'
import { meet } from './meet.ts'
import { chance, CODE_SHIFT, ENDS, FOR_CALL_BACK, FOR_SERVICE, type Play } from './play.ts'
import {
  ANSWERED, ANSWERED_IN_TIME, ANSWERED_ON_LINE, BUCKETS, BY_PERSON, DUE_KEPT, HAD_DUE, HAD_PERSON, HOURS, LONGEST, WAIT, WAITED, WIDTH, bucketOf,
} from './tally.ts' // prettier-ignore
import { join } from './together.ts'
import { SERVED, WAITING } from './visitors.ts'

// How long it takes to learn that somebody who is called back does not pick up.
const UNREACHED_SECONDS = 30

/** Begins to serve a visitor, whose agent has been written down. */
export function serve(play: Play, at: number, visitor: number): void {
  const { visitors, side } = play
  const agent = visitors.agent[visitor]!
  const channel = side.places[visitors.kind[visitor]!]!.channel // a visitor is of one of the kinds
  if (visitors.state[visitor] === WAITING) play.waiting[visitors.queue[visitor]!]!--
  visitors.state[visitor] = SERVED
  visitors.servedAt[visitor] = at
  const turn = visitors.turn[visitor]! + 1 // it gives up no more
  visitors.turn[visitor] = turn
  if (play.load[agent]!++ === 0) play.busySince[agent] = at
  const work = workOf(play, visitor)
  if (work >= 0) {
    visitors.visits[visitor] = Math.min(visitors.visits[visitor]! + 1, 255)
    countAnswer(play, at, visitor)
  }
  const lasts = work >= 0 ? work : UNREACHED_SECONDS
  visitors.left[visitor] = lasts
  if (side.shares[channel] === 1) join(play, at, visitor)
  else put(play.calendar, at + lasts, (ENDS << CODE_SHIFT) | visitor, turn)
}

// Seconds of work at full speed; −1 when somebody called back does not pick up.
function workOf(play: Play, visitor: number): number {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const index = visitors.index[visitor]!
  const flow = play.flows[kind]! // a visitor is of one of the kinds
  if (visitors.callBack[visitor] === 1) {
    chance(play, visitor, FOR_CALL_BACK)
    if (secondOf(play.words) >= (flow.kind.call_back?.reached ?? 1)) return -1
  }
  const visits = visitors.visits[visitor]!
  const known = flow.handlings === null || visits > 0 ? Number.NaN : flow.handlings[index]!
  if (known >= 0) return known
  chance(play, visitor, FOR_SERVICE + (visits << 8))
  return draw(flow.handling, firstOf(play.words))
}

function countAnswer(play: Play, at: number, visitor: number): void {
  const { visitors, tally } = play
  const wait = at - visitors.arrivedAt[visitor]!
  const onLine = visitors.callBack[visitor] === 0
  const agent = visitors.agent[visitor]!
  if (play.fates) remember(play, visitor, { outcome: onLine ? WAS_ANSWERED : WAS_CALLED_BACK, wait })
  const cell = visitors.cell[visitor]!
  if (cell < 0) return
  const { sums } = tally
  sums[cell + ANSWERED]!++
  tally.answeredBy[agent]!++
  meet(play, visitor, agent)
  countPersons(play, at, visitor)
  if (!onLine) return
  sums[cell + ANSWERED_ON_LINE]!++
  if (wait <= visitors.within[visitor]!) sums[cell + ANSWERED_IN_TIME]!++
  const bucket = bucketOf(wait)
  tally.byQueue[visitors.queue[visitor]! * BUCKETS + bucket]!++
  if (play.side.awaited[visitors.queue[visitor]!] === 1) tally.byHour[((cell / WIDTH) % HOURS) * BUCKETS + bucket]!++
  if (wait <= 0) return
  sums[cell + WAITED]!++
  sums[cell + WAIT]! += wait
  if (wait > sums[cell + LONGEST]!) sums[cell + LONGEST] = wait
}

function countPersons(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  const { sums } = play.tally
  const cell = visitors.cell[visitor]!
  const agent = visitors.agent[visitor]!
  const owner = visitors.owner[visitor]!
  const contact = visitors.contact[visitor]!
  if (owner >= 0 || contact >= 0) {
    sums[cell + HAD_PERSON]!++
    if (agent === owner || agent === contact) sums[cell + BY_PERSON]!++
  }
  const due = play.flows[visitors.kind[visitor]!]!.kind.due_after_s // a visitor is of one of the kinds
  if (due === undefined) return
  sums[cell + HAD_DUE]!++
  if (at - visitors.arrivedAt[visitor]! <= due) sums[cell + DUE_KEPT]!++
}
