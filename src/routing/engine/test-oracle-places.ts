// For tests: where the items of the oracle's world go. See test-oracle.ts.
import * as oracle from './test-oracle.ts'
import { POOL, rulesOf, urgency, type Person, type Piece, type World } from './test-oracle.ts'
import { go, say, serve } from './test-oracle-hands.ts'
import { MOST_OVERFLOWS, NONE, type Elsewhere } from './rules.ts'

export function enter(world: World, piece: Piece): void {
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

export function goElsewhere(world: World, piece: Piece, { how, why }: { how: Elsewhere; why: string }): void {
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

export function comeBack(world: World, piece: Piece): void {
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
  const waited = piece.phaseFrom < world.at
  for (;;) {
    const person = oracle.choosePerson(world, piece)
    if (person) return person
    if (piece.phase === POOL) return oracle.choosePool(world, piece)[0]
    if (oracle.isAwaited(world, piece)) return undefined
    if (piece.phase === POOL - 1 && waited) say(world, 'to_pool', piece.handle, piece.queue)
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

export function offer(world: World, piece: Piece, { person, asked }: { person: Person; asked: boolean }): void {
  const queue = rulesOf(world, piece)
  const { rings_s = 20, auto_accept = false, ring_all_most = 20 } = queue.offer ?? {}
  const isPool = !oracle.askedFirst(world, piece).some(({ agent }) => agent === person.handle)
  const given = auto_accept || asked
  const all =
    !given && isPool && queue.strategy === 'ring_all' ? oracle.choosePool(world, piece).slice(0, ring_all_most) : [person]
  world.last[piece.queue] = person.handle
  world.loose.freed = true
  for (const { handle } of all) {
    say(world, given ? 'give' : 'offer', piece.handle, handle, piece.queue, ...(given ? [] : [world.at + rings_s]))
    const hand = { agent: handle, ringing: !given, until: given ? Infinity : world.at + rings_s, aside: false }
    piece.hands.push(hand)
    piece.where = 'offered'
    if (given) serve(world, piece, hand)
  }
}

/** What was set free finds each other. */
export function settle(world: World): void {
  const { pieces, agents } = world.loose
  world.loose.pieces = []
  for (const piece of pieces.toSorted(urgency(world))) (piece.admitted ? comeBack : enter)(world, piece)
  for (const agent of [...agents].toSorted((a, b) => a - b)) seekWork(world, world.people[agent]!)
  agents.clear()
  while (world.loose.freed) {
    world.loose.freed = false
    for (const person of world.people) seekWork(world, person)
  }
}

function seekWork(world: World, person: Person): void {
  if (person.state !== 'ready') return
  for (let piece = oracle.choosePiece(world, person, false)[0]; piece; piece = oracle.choosePiece(world, person, false)[0])
    offer(world, piece, { person, asked: false })
}
