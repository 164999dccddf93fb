// For tests: what happens in the oracle's world, event by event. See test-oracle.ts.
import type { Happening } from './happening.ts'
import * as oracle from './test-oracle.ts'
import { rulesOf, urgency, type Piece, type World } from './test-oracle.ts'
import { comesLoose, giveBack, go, lapse, letGo, say, serve, stepAway, takeOut, withdraw } from './test-oracle-hands.ts'
import { comeBack, enter, goElsewhere, offer, settle } from './test-oracle-places.ts'
import { MOST_PERSONS, NONE } from './rules.ts'

/** One event; what was decided stands in `world.said`. */
export function happen(world: World, event: Happening): void {
  world.at = event.at
  world.said = []
  world.loose = oracle.nothingLoose()
  doDue(world)
  begin(world, event)
  world.loose.freed = true // nobody may be left who could take what waits
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

const there = (world: World, handle: number): Piece | undefined => world.pieces.find((piece) => piece.handle === handle)

function begin(world: World, event: Happening): void {
  if (event.kind === 'arrived') arrive(world, event)
  else if (event.kind === 'agent') change(world, event)
  else if (event.kind === 'opened') open(world, event.queue)
  else if (event.kind === 'closed') close(world, event.queue)
  else if (event.kind === 'asks') ask(world, event.agent)
  else if (event.kind !== 'tick') toPiece(world, event)
}

function open(world: World, queue: number): void {
  world.open[queue] = true
  for (const piece of world.pieces.filter((each) => each.where === 'held' && each.queue === queue)) {
    Object.assign(piece, { where: 'placing', from: world.at, phase: 0, phaseFrom: world.at })
    world.loose.pieces.push(piece)
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
  world.loose.agents.add(agent)
  world.loose.freed = true
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
    case 'raised':
      piece.item = { ...piece.item, priority: (piece.item.priority ?? 0) + event.points }
      if (piece.where === 'waiting') comesLoose(world, piece)
  }
}

function answer(world: World, piece: Piece, { kind, agent }: { kind: 'accepted' | 'declined' | 'lapsed'; agent: number }): void {
  const hand = piece.hands.find((each) => each.ringing && each.agent === agent)
  if (!hand) return say(world, 'ignored', piece.handle)
  if (kind === 'declined') return giveBack(world, piece, { hand, why: 'declined' })
  if (kind === 'lapsed') return lapse(world, piece, hand)
  for (const other of piece.hands) if (other !== hand) withdraw(world, piece, { hand: other, why: 'accepted_by_other' })
  serve(world, piece, hand)
}

function take(world: World, piece: Piece, agent: number): void {
  const hand = piece.hands.find((each) => each.agent === agent)
  if (hand && piece.where === 'offered') {
    for (const other of piece.hands) if (other !== hand) withdraw(world, piece, { hand: other, why: 'taken' })
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
  world.loose.pieces.push(piece)
}
