// A contact that comes, for the first time or again.
import { arrived } from '#routing/engine'
import { draw } from '../maths/distributions.ts'
import { firstOf, secondOf, stir } from '../maths/random.ts'
import { nextArrival } from './arrivals.ts'
import { put } from './calendar.ts'
import { longerInts } from './longer.ts'
import { giveUp } from './lose.ts'
import { obey } from './obey.ts'
import { ARRIVES, chance, CODE_SHIFT, FOR_GAP, FOR_PATIENCE, FOR_PERSON, GIVES_UP, MOST_AT_ONCE, type Play } from './play.ts'
import { cellOf, OFFERED, RETRIED, UNSERVED } from './tally.ts'
import { AWAY, enter, WAITING } from './visitors.ts'

/** Puts the next arrival of a kind into the calendar. */
export function expect(play: Play, kind: number): void {
  const { words, window } = play
  const stream = play.streams[kind]! // one of the kinds
  stir(words, stream.count, FOR_GAP, play.keys[kind]!, play.run) // likewise
  const at = nextArrival(play.flows[kind]!.source, stream, firstOf(words)) // likewise
  if (at < window.to) put(play.calendar, at, (ARRIVES << CODE_SHIFT) | kind, 0)
}

/** The next contact of a kind comes, for the first time. */
export function comes(play: Play, at: number, kind: number): void {
  const { source } = play.flows[kind]! // one of the kinds
  const count = play.streams[kind]!.count - 1 // the one that was expected
  if (play.visitors.live < MOST_AT_ONCE) {
    const visitor = enter(play.visitors, kind, source.order.length > 0 ? source.order[count]! : count)
    knowPersons(play, visitor)
    present(play, at, visitor)
  } else noRoom(play, at, kind)
  expect(play, kind)
}

function noRoom(play: Play, at: number, kind: number): void {
  play.tally.unresolved++
  if (at < play.window.from) return
  const cell = cellOf(play.side.places[kind]!.queue, at) // one of the kinds
  play.tally.sums[cell + OFFERED]!++
  play.tally.sums[cell + UNSERVED]!++
}

// Whoever answers for its case, and the customer's point of contact.
function knowPersons(play: Play, visitor: number): void {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const index = visitors.index[visitor]!
  const place = play.side.places[kind]! // one of the kinds
  if (place.owners) visitors.owner[visitor] = place.owners[index]!
  if (place.contacts) visitors.contact[visitor] = place.contacts[index]!
  const { owned } = play.flows[kind]!.kind // one of the kinds
  if (!owned || place.mayOwn.length === 0) return
  chance(play, visitor, FOR_PERSON)
  if (firstOf(play.words) < owned.share)
    visitors.owner[visitor] = place.mayOwn[Math.floor(secondOf(play.words) * place.mayOwn.length)]!
}

/** A visitor stands at the door: counted, and shown to the routing engine. */
export function present(play: Play, at: number, visitor: number): void {
  const { visitors, tally, side } = play
  const kind = visitors.kind[visitor]!
  const { queue } = side.places[kind]! // one of the kinds
  visitors.queue[visitor] = queue
  visitors.arrivedAt[visitor] = at
  visitors.within[visitor] = side.within[queue]!
  const cell = at < play.window.from || at >= play.window.to ? -1 : cellOf(queue, at)
  visitors.cell[visitor] = cell
  if (cell >= 0) {
    tally.sums[cell + OFFERED]!++
    if (visitors.tries[visitor]! > 0) tally.sums[cell + RETRIED]!++
  }
  if (balks(play, visitor)) return giveUp(play, at, visitor)
  visitors.lane[visitor] = queue
  show(play, at, visitor)
}

function balks(play: Play, visitor: number): boolean {
  const { visitors } = play
  const kind = visitors.kind[visitor]!
  const { balks: written } = play.flows[kind]!.kind // one of the kinds
  if (!written || play.waiting[visitors.queue[visitor]!]! <= written.longer_than) return false
  chance(play, visitor, FOR_PERSON + 64 + (visitors.tries[visitor]! << 8))
  return firstOf(play.words) < written.probability
}

/** Asks the routing engine for somebody; whoever must wait gives up when patience ends. */
export function show(play: Play, at: number, visitor: number): void {
  const { visitors, side } = play
  const kind = visitors.kind[visitor]!
  const place = side.places[kind]! // one of the kinds
  const flow = play.flows[kind]! // likewise
  const index = visitors.index[visitor]!
  const knowsNobody = visitors.owner[visitor] === -1 && visitors.contact[visitor] === -1
  const shown = knowsNobody ? play.stranger : play.known
  shown.queue = visitors.lane[visitor]!
  shown.channel = place.channel
  shown.place_at = visitors.arrivedAt[visitor]!
  shown.priority = place.points + flow.kind.priority + (flow.priorities === null ? 0 : flow.priorities[index]!)
  shown.earlier_contacts = visitors.tries[visitor]!
  shown.waited_before_s = visitors.waitedBefore[visitor]!
  shown.due_at = flow.kind.due_after_s === undefined ? Number.NaN : visitors.arrivedAt[visitor]! + flow.kind.due_after_s
  shown.needs = play.needs[kind]!
  if (!knowsNobody) {
    play.known.owner = visitors.owner[visitor]!
    play.known.contact = visitors.contact[visitor]!
  }
  const item = arrived(play.routed, at, shown)
  visitors.item[visitor] = item
  visitors.state[visitor] = AWAY
  if (item >= play.visitorOf.length) play.visitorOf = longerInts(play.visitorOf, Math.max(item + 1, play.visitorOf.length * 2))
  play.visitorOf[item] = visitor
  const turn = visitors.turn[visitor]!
  obey(play, at)
  if (visitors.turn[visitor] === turn) waits(play, at, visitor)
}

function waits(play: Play, at: number, visitor: number): void {
  const { visitors } = play
  visitors.state[visitor] = WAITING
  play.waiting[visitors.queue[visitor]!]!++
  if (visitors.callBack[visitor] === 1) return
  const kind = visitors.kind[visitor]!
  const until = visitors.arrivedAt[visitor]! + patienceOf(play, visitor, kind)
  if (until <= play.window.end)
    put(play.calendar, Math.max(until, at), (GIVES_UP << CODE_SHIFT) | visitor, visitors.turn[visitor]!)
}

function patienceOf(play: Play, visitor: number, kind: number): number {
  const { visitors } = play
  const index = visitors.index[visitor]!
  const tries = visitors.tries[visitor]!
  const { patiences, patience } = play.flows[kind]! // one of the kinds
  const known = patiences === null || tries > 0 ? Number.NaN : patiences[index]!
  if (known >= 0) return known
  chance(play, visitor, FOR_PATIENCE + (tries << 8))
  return draw(patience, firstOf(play.words))
}
