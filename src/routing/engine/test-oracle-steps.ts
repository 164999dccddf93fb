// For tests: what happens in the oracle's world, event by event. See test-oracle.ts.
import type { Happening } from './happening.ts'
import * as oracle from './test-oracle.ts'
import { POOL, rulesOf, urgency, type Hand, type Person, type Piece, type World } from './test-oracle.ts'
import { MOST_OVERFLOWS, MOST_PERSONS, NONE, type Elsewhere } from './rules.ts'

type Loose = { pieces: Piece[]; agents: Set<number>; freed: boolean }
let loose: Loose = { pieces: [], agents: new Set(), freed: false }

const say = (world: World, ...words: (string | number)[]): void => void world.said.push(words.join(' '))

/** One event; what was decided stands in `world.said`. */
export function happen(world: World, event: Happening): void {
  world.at = event.at
  world.said = []
  loose = { pieces: [], agents: new Set(), freed: false }
  doDue(world)
  begin(world, event)
  settle(world)
}

function doDue(world: World): void {
  for (;;) {
    const due = [
      ...world.pieces.filter(({ where, timer }) => where === 'waiting' && timer <= world.at).map((piece) => ({ piece, hand: null, at: piece.timer })),
      ...world.pieces.flatMap((piece) => piece.hands.filter(({ until }) => until <= world.at).map((hand) => ({ piece, hand, at: hand.until }))),
    ].toSorted((a, b) => a.at - b.at || a.piece.handle - b.piece.handle || (a.hand?.agent ?? NONE) - (b.hand?.agent ?? NONE))[0] // prettier-ignore
    if (!due) return
    const { piece, hand } = due
    if (hand === null) {
      piece.where = 'placing'
      comeBack(world, piece)
    } else if (hand.ringing) lapse(world, piece, hand)
    else {
      say(world, 'wrapped', piece.handle, hand.agent)
      letGo(world, piece, hand)
      go(world, piece)
    }
    settle(world)
  }
}

const go = (world: World, piece: Piece): void => {
  piece.where = 'gone'
  world.pieces = world.pieces.filter((each) => each !== piece)
}
const there = (world: World, handle: number): Piece | undefined => world.pieces.find((piece) => piece.handle === handle)

function begin(world: World, event: Happening): void {
  switch (event.kind) {
    case 'arrived':
      return arrive(world, event)
    case 'agent':
      return change(world, event)
    case 'opened':
      world.open[event.queue] = true
      for (const piece of world.pieces.filter((each) => each.where === 'held' && each.queue === event.queue)) {
        Object.assign(piece, { where: 'placing', from: world.at, phase: 0, phaseFrom: world.at })
        loose.pieces.push(piece)
      }
      return
    case 'closed':
      return close(world, event.queue)
    case 'asks':
      return ask(world, event.agent)
    case 'tick':
      return
    default:
      return toPiece(world, event)
  }
}

function arrive(world: World, { at, item, needs = { needs: [] } }: Extract<Happening, { kind: 'arrived' }>): void {
  const all = [item.owner ?? NONE, item.contact ?? NONE, ...(item.deputies ?? [])].slice(0, MOST_PERSONS)
  const place = item.place_at ?? at
  const piece: Piece = {
    handle: world.born++, item, needs, queue: item.queue, arrived: at, place, from: Math.min(at, place), phase: 0, phaseFrom: at,
    persons: all.map((agent, i) => (all.indexOf(agent) === i ? agent : NONE)), toWait: null, stage: 0, admitted: false, calledBack: false,
    overflows: 0, bars: (item.not_agents ?? []).map((agent) => ({ agent, until: Infinity })), where: 'placing', timer: Infinity, hands: [],
  } // prettier-ignore
  world.pieces.push(piece)
  enter(world, piece)
}

function change(world: World, { agent, change: said }: Extract<Happening, { kind: 'agent' }>): void {
  const person = world.people[agent]!
  const was = person.state
  Object.assign(person, said)
  if (person.state === 'ready' && was !== 'ready') person.since = world.at
  if (person.state !== 'ready') stepAway(world, person)
  loose.agents.add(agent)
  loose.freed = true
}

function close(world: World, queue: number): void {
  world.open[queue] = false
  const { arrivals = { does: 'wait' as const }, waiting } = world.rules.queues[queue]!.closed ?? {}
  if (waiting !== 'as_arrivals') return
  for (const piece of world.pieces.filter((each) => each.where === 'waiting' && each.queue === queue).toSorted(urgency(world))) {
    piece.where = 'placing'
    piece.admitted = false
    goElsewhere(world, piece, { how: arrivals, why: 'closing' })
  }
}

function ask(world: World, agent: number): void {
  const piece = oracle.choosePiece(world, world.people[agent]!, true)[0]
  if (piece) offer(world, piece, { person: world.people[agent]!, asked: true })
  else say(world, 'nothing', agent)
}

function toPiece(world: World, event: Extract<Happening, { item: number }>): void {
  const piece = there(world, event.item)
  if (!piece) return say(world, 'ignored', event.item)
  switch (event.kind) {
    case 'left':
      takeOut(world, piece, 'left')
      return go(world, piece)
    case 'accepted':
    case 'declined':
    case 'lapsed':
      return answer(world, piece, event)
    case 'taken':
      return take(world, piece, event.agent)
    case 'finished':
      return finish(world, piece)
    case 'wrapped':
    case 'longer':
      return wrap(world, piece, event)
    case 'moved':
      return move(world, piece, event)
  }
}

function answer(world: World, piece: Piece, { kind, agent }: { kind: 'accepted' | 'declined' | 'lapsed'; agent: number }): void {
  const hand = piece.hands.find((each) => each.ringing && each.agent === agent)
  if (!hand) return say(world, 'ignored', piece.handle)
  if (kind === 'declined') return giveBack(world, piece, { hand, why: 'declined' })
  if (kind === 'lapsed') return lapse(world, piece, hand)
  for (const other of [...piece.hands]) if (other !== hand) withdraw(world, piece, { hand: other, why: 'accepted_by_other' })
  serve(world, piece, hand)
}

function take(world: World, piece: Piece, agent: number): void {
  const hand = piece.hands.find((each) => each.agent === agent)
  if (hand && piece.where === 'offered') {
    for (const other of [...piece.hands]) if (other !== hand) withdraw(world, piece, { hand: other, why: 'taken' })
    serve(world, piece, hand)
  } else if (!hand || piece.where === 'wrapping') {
    takeOut(world, piece, 'taken')
    piece.hands.push({ agent, ringing: false, until: Infinity, aside: false })
    serve(world, piece, piece.hands[0]!)
  }
  piece.where = 'served'
  piece.admitted = true
}

function finish(world: World, piece: Piece): void {
  if (piece.where !== 'served') return say(world, 'ignored', piece.handle)
  const most = rulesOf(world, piece).wrap_up_s ?? 0
  if (most > 0) {
    piece.where = 'wrapping'
    piece.hands[0]!.until = world.at + most
    return
  }
  letGo(world, piece, piece.hands[0]!)
  go(world, piece)
}

function wrap(world: World, piece: Piece, event: Extract<Happening, { kind: 'wrapped' | 'longer' }>): void {
  if (piece.where !== 'wrapping') return say(world, 'ignored', piece.handle)
  if (event.kind === 'longer') {
    piece.hands[0]!.until += event.seconds
    return
  }
  letGo(world, piece, piece.hands[0]!)
  go(world, piece)
}

function move(world: World, piece: Piece, { queue, to, to_wait_s = 20 }: Extract<Happening, { kind: 'moved' }>): void {
  takeOut(world, piece, 'moved')
  Object.assign(piece, { queue, from: world.at, phase: 0, phaseFrom: world.at, calledBack: false, overflows: 0, admitted: false })
  piece.toWait = to === undefined ? null : to_wait_s
  if (to !== undefined) piece.persons = [to, ...piece.persons.slice(1).map((agent) => (agent === to ? NONE : agent))]
  loose.pieces.push(piece)
}

// —— into and out of hands

function takeOut(world: World, piece: Piece, why: string): void {
  const offered = piece.where === 'offered'
  for (const hand of [...piece.hands]) offered ? withdraw(world, piece, { hand, why }) : letGo(world, piece, hand)
  piece.where = 'placing'
}

function withdraw(world: World, piece: Piece, { hand, why }: { hand: Hand; why: string }): void {
  say(world, 'withdraw', piece.handle, hand.agent, why)
  letGo(world, piece, hand)
}

function letGo(world: World, piece: Piece, hand: Hand): void {
  if (!hand.ringing) world.people[hand.agent]!.since = world.at
  piece.hands = piece.hands.filter((each) => each !== hand)
  putAside(world, hand.agent)
  loose.agents.add(hand.agent)
  loose.freed = true
}

function serve(world: World, piece: Piece, hand: Hand): void {
  Object.assign(hand, { ringing: false, until: Infinity })
  piece.where = 'served'
  const person = world.people[hand.agent]!
  Object.assign(person, { since: world.at, handled: person.handled + 1, lapses: 0 })
  putAside(world, hand.agent)
}

function putAside(world: World, agent: number): void {
  const hands = oracle.handsOf(world, agent).filter(({ hand }) => !hand.ringing)
  for (const { piece, hand } of hands.filter((each) => each.piece.where === 'served')) {
    const aside = hands.some((other) => other.piece !== piece && world.rules.channels[other.piece.item.channel]!.while_serving[piece.item.channel] === 'interrupts') // prettier-ignore
    if (aside !== hand.aside) say(world, aside ? 'put_aside' : 'resume', piece.handle, agent)
    hand.aside = aside
  }
}

function giveBack(world: World, piece: Piece, { hand, why }: { hand: Hand; why: string }): void {
  const until = world.at + (rulesOf(world, piece).offer?.declined_for_s ?? 60)
  piece.bars = [...piece.bars.filter((bar) => bar.agent !== hand.agent), { agent: hand.agent, until: Math.max(until, ...piece.bars.filter((bar) => bar.agent === hand.agent).map((bar) => bar.until)) }] // prettier-ignore
  world.people[hand.agent]!.since = world.at
  withdraw(world, piece, { hand, why })
  comesLoose(piece)
}

function comesLoose(piece: Piece): void {
  if (piece.hands.length > 0) return
  piece.where = 'placing'
  loose.pieces.push(piece)
}

function lapse(world: World, piece: Piece, hand: Hand): void {
  const person = world.people[hand.agent]!
  const away = rulesOf(world, piece).offer?.away_after ?? Infinity
  giveBack(world, piece, { hand, why: 'lapsed' })
  person.lapses++
  if (person.lapses < away) return
  Object.assign(person, { lapses: 0, state: 'paused' })
  say(world, 'pause', person.handle)
  stepAway(world, person)
}

function stepAway(world: World, person: Person): void {
  for (const { piece, hand } of oracle.handsOf(world, person.handle).filter((each) => each.hand.ringing)) {
    withdraw(world, piece, { hand, why: 'agent_gone' })
    comesLoose(piece)
  }
  for (const piece of world.pieces.filter((each) => each.where === 'waiting' && each.phase !== POOL)) {
    if (!oracle.askedFirst(world, piece).some(({ agent }) => agent === person.handle) || oracle.isAwaited(world, piece)) continue
    piece.where = 'placing'
    loose.pieces.push(piece)
  }
}

// —— placing

function enter(world: World, piece: Piece): void {
  const queue = rulesOf(world, piece)
  piece.admitted = false
  piece.stage = 0
  if (piece.persons.every((agent) => agent === NONE) || !oracle.isPush(queue)) piece.phase = POOL
  if (!world.open[piece.queue])
    return goElsewhere(world, piece, { how: queue.closed?.arrivals ?? { does: 'wait' }, why: 'closed' })
  for (const rule of queue.overflow ?? [])
    if ('longer_than' in rule && waitingIn(world, piece.queue) > rule.longer_than && piece.overflows < MOST_OVERFLOWS)
      return overflow(world, piece, { to: rule.to, why: 'full' })
  comeBack(world, piece)
}
const waitingIn = (world: World, queue: number): number =>
  world.pieces.filter((piece) => piece.where === 'waiting' && piece.queue === queue).length

function goElsewhere(world: World, piece: Piece, { how, why }: { how: Elsewhere; why: string }): void {
  if (how.does === 'overflow' && piece.overflows < MOST_OVERFLOWS) return overflow(world, piece, { to: how.to, why })
  if (how.does === 'refuse' || how.does === 'call_back') {
    say(world, how.does, piece.handle, piece.queue, why)
    return go(world, piece)
  }
  if (why !== 'full') piece.where = 'held'
  else {
    piece.admitted = true
    wait(world, piece)
  }
}

function overflow(world: World, piece: Piece, { to, why }: { to: number; why: string }): void {
  Object.assign(piece, { overflows: piece.overflows + 1, queue: to, from: world.at, phase: POOL })
  say(world, 'move', piece.handle, to, why)
  enter(world, piece)
}

function comeBack(world: World, piece: Piece): void {
  const { overflow: overflows = [], call_back_after_s = Infinity } = rulesOf(world, piece)
  piece.bars = piece.bars.filter(({ until }) => until > world.at)
  const due = overflows.flatMap((rule) => ('after_s' in rule ? [rule] : [])).toSorted((a, b) => a.after_s - b.after_s)[0]
  if (due && oracle.waited(world, piece, due.after_s) && piece.overflows < MOST_OVERFLOWS)
    return overflow(world, piece, { to: due.to, why: 'waited' })
  if (!piece.calledBack && oracle.waited(world, piece, call_back_after_s)) {
    piece.calledBack = true
    say(world, 'call_back', piece.handle, piece.queue, 'waited')
  }
  const stage = oracle.boundsOf(world, piece).filter((bound) => oracle.waited(world, piece, bound)).length
  if (stage !== piece.stage) say(world, 'widen', piece.handle, piece.queue, stage)
  piece.stage = stage
  seek(world, piece)
}

function seek(world: World, piece: Piece): void {
  const queue = rulesOf(world, piece)
  const person = oracle.isPush(queue) ? findSomebody(world, piece) : undefined
  if (person) {
    piece.admitted = true
    return offer(world, piece, { person, asked: false })
  }
  const full = queue.most_waiting
  if (!piece.admitted && full && full.otherwise.does !== 'wait' && waitingIn(world, piece.queue) >= full.count)
    return goElsewhere(world, piece, { how: full.otherwise, why: 'full' })
  piece.admitted = true
  wait(world, piece)
}

function findSomebody(world: World, piece: Piece): Person | undefined {
  for (;;) {
    const person = oracle.choosePerson(world, piece)
    if (person) return person
    if (piece.phase === POOL) return oracle.choosePool(world, piece)[0]
    if (oracle.isAwaited(world, piece)) return undefined
    if (piece.phase === POOL - 1 && piece.phaseFrom < world.at) say(world, 'to_pool', piece.handle, piece.queue)
    piece.phase++
    piece.phaseFrom = world.at
  }
}

function wait(world: World, piece: Piece): void {
  const { overflow: overflows = [], call_back_after_s = Infinity } = rulesOf(world, piece)
  const after = overflows.flatMap((rule) => ('after_s' in rule ? [rule.after_s] : []))
  const waits = [...after, ...(piece.calledBack ? [] : [call_back_after_s]), ...oracle.boundsOf(world, piece)].map(
    (wait_s) => piece.from + wait_s,
  )
  const instants = [
    ...waits,
    ...(piece.phase === POOL ? [] : [oracle.phaseEnds(world, piece)]),
    ...piece.bars.map(({ until }) => until),
  ]
  piece.where = 'waiting'
  piece.timer = Math.min(Infinity, ...instants.filter((instant) => instant > world.at))
}

function offer(world: World, piece: Piece, { person, asked }: { person: Person; asked: boolean }): void {
  const queue = rulesOf(world, piece)
  const { rings_s = 20, auto_accept = false, ring_all_most = 20 } = queue.offer ?? {}
  const isPool = !oracle.askedFirst(world, piece).some(({ agent }) => agent === person.handle)
  const given = auto_accept || asked
  const all =
    !given && isPool && queue.strategy === 'ring_all' ? oracle.choosePool(world, piece).slice(0, ring_all_most) : [person]
  world.last[piece.queue] = person.handle
  for (const { handle } of all) {
    say(world, given ? 'give' : 'offer', piece.handle, handle, piece.queue, given ? '' : world.at + rings_s)
    const hand = { agent: handle, ringing: !given, until: given ? Infinity : world.at + rings_s, aside: false }
    piece.hands.push(hand)
    piece.where = 'offered'
    if (given) serve(world, piece, hand)
  }
}

// —— what was set free finds each other

function settle(world: World): void {
  const { pieces, agents } = loose
  loose.pieces = []
  for (const piece of pieces.toSorted(urgency(world))) piece.admitted ? comeBack(world, piece) : enter(world, piece)
  for (const agent of [...agents].toSorted((a, b) => a - b)) seekWork(world, world.people[agent]!)
  agents.clear()
  for (const person of loose.freed ? world.people : []) seekWork(world, person)
  loose.freed = false
}

function seekWork(world: World, person: Person): void {
  if (person.state !== 'ready') return
  for (let piece = oracle.choosePiece(world, person, false)[0]; piece; piece = oracle.choosePiece(world, person, false)[0])
    offer(world, piece, { person, asked: false })
}
