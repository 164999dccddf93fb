// For tests: what people of the oracle's world have in hand, and how it comes back. See test-oracle.ts.
import * as oracle from './test-oracle.ts'
import { POOL, rulesOf, type Hand, type Person, type Piece, type World } from './test-oracle.ts'

export const say = (world: World, ...words: (string | number)[]): void => void world.said.push(words.join(' '))

export function takeOut(world: World, piece: Piece, why: string): void {
  const offered = piece.where === 'offered'
  for (const hand of piece.hands)
    if (offered) withdraw(world, piece, { hand, why })
    else letGo(world, piece, hand)
  piece.where = 'placing'
}

export function withdraw(world: World, piece: Piece, { hand, why }: { hand: Hand; why: string }): void {
  say(world, 'withdraw', piece.handle, hand.agent, why)
  letGo(world, piece, hand)
}

export function letGo(world: World, piece: Piece, hand: Hand): void {
  if (!hand.ringing) world.people[hand.agent]!.since = world.at
  piece.hands = piece.hands.filter((each) => each !== hand)
  putAside(world, hand.agent)
  world.loose.agents.add(hand.agent)
  world.loose.freed = true
}

export function serve(world: World, piece: Piece, hand: Hand): void {
  if (hand.ringing) world.loose.agents.add(hand.agent)
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

export function giveBack(world: World, piece: Piece, { hand, why }: { hand: Hand; why: string }): void {
  const until = world.at + (rulesOf(world, piece).offer?.declined_for_s ?? 60)
  piece.bars = [...piece.bars.filter((bar) => bar.agent !== hand.agent), { agent: hand.agent, until: Math.max(until, ...piece.bars.filter((bar) => bar.agent === hand.agent).map((bar) => bar.until)) }] // prettier-ignore
  world.people[hand.agent]!.since = world.at
  withdraw(world, piece, { hand, why })
  comesLoose(world, piece)
}

export function comesLoose(world: World, piece: Piece): void {
  if (piece.hands.length > 0) return
  piece.where = 'placing'
  world.loose.pieces.push(piece)
}

export function lapse(world: World, piece: Piece, hand: Hand): void {
  const person = world.people[hand.agent]!
  const away = rulesOf(world, piece).offer?.away_after ?? Infinity
  giveBack(world, piece, { hand, why: 'lapsed' })
  person.lapses++
  if (person.lapses < away) return
  Object.assign(person, { lapses: 0, state: 'paused' })
  say(world, 'pause', person.handle)
  stepAway(world, person)
}

export function stepAway(world: World, person: Person): void {
  for (const { piece, hand } of oracle.handsOf(world, person.handle).filter((each) => each.hand.ringing)) {
    withdraw(world, piece, { hand, why: 'agent_gone' })
    comesLoose(world, piece)
  }
  for (const piece of world.pieces.filter((each) => each.where === 'waiting' && each.phase !== POOL)) {
    if (!oracle.askedFirst(world, piece).some(({ agent }) => agent === person.handle) || oracle.isAwaited(world, piece)) continue
    piece.where = 'placing'
    world.loose.pieces.push(piece)
  }
}

/** It is over. */
export const go = (world: World, piece: Piece): void => {
  piece.where = 'gone'
  world.pieces = world.pieces.filter((each) => each !== piece)
}
