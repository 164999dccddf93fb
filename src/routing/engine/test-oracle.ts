// For tests: the engine again, slow and obvious. No line, no heap, no set: it looks at everybody and everything, each time, straight from the
// rules, and must come to the same decisions.
import type { Agent } from './people.ts'
import { NONE, type Need, type Queue, type Rules } from './rules.ts'
import type { Item, ItemNeeds } from './work.ts'

export type Person = Agent & { handle: number; since: number; handled: number; lapses: number }
export type Hand = { agent: number; ringing: boolean; until: number; aside: boolean }
export type Piece = {
  handle: number
  item: Item
  needs: ItemNeeds
  queue: number
  arrived: number
  place: number
  from: number
  phase: number
  phaseFrom: number
  persons: number[]
  toWait: number | null
  stage: number
  admitted: boolean
  calledBack: boolean
  overflows: number
  bars: { agent: number; until: number }[]
  where: 'placing' | 'waiting' | 'held' | 'offered' | 'served' | 'wrapping' | 'gone'
  timer: number
  hands: Hand[]
}
export type World = {
  rules: Rules
  at: number
  people: Person[]
  pieces: Piece[]
  born: number
  open: boolean[]
  last: number[]
  said: string[]
  loose: Loose
}

export type Loose = { pieces: Piece[]; agents: Set<number>; freed: boolean } // what an event set free
export const nothingLoose = (): Loose => ({ pieces: [], agents: new Set(), freed: false })

export const newWorld = (rules: Rules, agents: readonly Agent[]): World => ({
  rules,
  at: 0,
  people: agents.map((agent, handle) => ({ ...agent, handle, since: 0, handled: 0, lapses: 0 })),
  pieces: [],
  born: 0,
  open: rules.queues.map(({ opens_closed }) => !opens_closed),
  last: rules.queues.map(() => NONE),
  said: [],
  loose: nothingLoose(),
})

// —— what is said of queues, items and people

export const rulesOf = (world: World, piece: Piece): Queue => world.rules.queues[piece.queue]!
export const isPush = (queue: Queue): boolean => queue.mode !== 'pull'
export const handsOf = (world: World, agent: number): { piece: Piece; hand: Hand }[] =>
  world.pieces.flatMap((piece) => piece.hands.flatMap((hand) => (hand.agent === agent ? [{ piece, hand }] : [])))

export function hasRoomFor(
  world: World,
  { handle, capacity = 1, most = [], not_channels = [] }: Person,
  channel: number,
): boolean {
  const hands = handsOf(world, handle)
  const { units, most: usual, while_serving } = world.rules.channels[channel]!
  const many = hands.filter(({ piece }) => piece.item.channel === channel).length
  if (not_channels.includes(channel) || many >= (most.findLast((each) => each.channel === channel)?.most ?? usual)) return false
  if (hands.some(({ piece }) => (while_serving[piece.item.channel] ?? 'no') === 'no')) return false
  const beside = hands.filter(({ piece }) => while_serving[piece.item.channel] === 'beside')
  return units + beside.reduce((sum, { piece }) => sum + world.rules.channels[piece.item.channel]!.units, 0) <= capacity + 1e-9
}
export const isFree = (world: World, person: Person, channel: number): boolean =>
  person.state === 'ready' && hasRoomFor(world, person, channel) && isNotAsked(world, person, channel)

// One question at a time, but for what interrupts the one that is asked.
const isNotAsked = (world: World, { handle }: Person, channel: number): boolean =>
  world.rules.offers === 'several' ||
  handsOf(world, handle).every(
    ({ piece, hand }) => !hand.ringing || world.rules.channels[channel]!.while_serving[piece.item.channel] === 'interrupts',
  )

export const waited = (world: World, piece: Piece, seconds: number): boolean => piece.from + seconds <= world.at
// How far its wait has brought it, as far as anybody was told.
const stood = (world: World, piece: Piece): number => boundsOf(world, piece)[piece.stage - 1] ?? 0
const levelNow = (world: World, piece: Piece, { level, relax = [] }: Need): number =>
  relax.reduce((least, step) => (step.after_s <= stood(world, piece) ? step.level : least), level)
const needsNow = (world: World, piece: Piece) =>
  [...(rulesOf(world, piece).needs ?? []), ...piece.needs.needs]
    .map((need) => ({ ...need, level: levelNow(world, piece, need) }))
    .filter(({ level }) => level > 0)
const levelOf = ({ abilities = [] }: Person, ability: number): number =>
  abilities.find((each) => each.ability === ability)?.level ?? 0

export function isAbleTo(world: World, piece: Piece, person: Person): boolean {
  const queue = rulesOf(world, piece)
  const { rings = [] } = queue
  if (!person.queues.some((each) => each.queue === piece.queue)) return false
  const open = rings.filter(({ after_s }) => after_s <= stood(world, piece))
  if (rings.length > 0 && !open.some(({ teams }) => teams.includes(person.team ?? NONE))) return false
  if ((person.degree ?? 1) < Math.max(queue.degree ?? 0, piece.needs.degree ?? 0)) return false
  return needsNow(world, piece).every(({ must, ability, level }) => !must || levelOf(person, ability) >= level)
}

export function mayBeAskedFor({ at, rules }: World, piece: Piece, person: Person): boolean {
  if (piece.bars.some(({ agent }) => agent === person.handle)) return false
  if (person.break_at == null) return true
  return person.break_at > at && at + (rules.queues[piece.queue]!.lasts_s ?? 0) <= person.break_at
}

const isInstant = (world: World, channel: number): boolean => world.rules.channels[channel]!.instant ?? true
const freeForInstant = (world: World, person: Person): boolean =>
  world.rules.channels.some((_, channel) => isInstant(world, channel) && isFree(world, person, channel))

/** Taking it leaves enough people free, or takes none of them away. */
export function leavesEnoughFree(world: World, piece: Piece, person: Person): boolean {
  const keep = rulesOf(world, piece).deferred?.keep_free ?? 0
  if (keep === 0 || !freeForInstant(world, person)) return true
  const before = world.rules.channels.map((_, channel) => isInstant(world, channel) && isFree(world, person, channel))
  piece.hands.push({ agent: person.handle, ringing: false, until: Infinity, aside: false })
  const stays = before.some((was, channel) => was && isFree(world, person, channel))
  piece.hands.pop()
  return stays || countFree(world, piece) > keep
}
const countFree = (world: World, piece: Piece): number =>
  world.people.filter((person) => isAbleTo(world, piece, person) && freeForInstant(world, person)).length

// —— persons asked first

const RULES_OF_PHASE = ['owner', 'contact', 'deputies'] as const
export const POOL = 3
const personRule = (world: World, piece: Piece, phase: number) => rulesOf(world, piece).persons?.[RULES_OF_PHASE[phase]!]
const phaseOf = (place: number): number => Math.min(place, 2)

/** Those asked first by now, in their order, with the place they are asked in. */
export function askedFirst(world: World, piece: Piece): { agent: number; place: number }[] {
  return piece.persons
    .map((agent, place) => ({ agent, place }))
    .filter(({ agent, place }) => {
      const asks = personRule(world, piece, phaseOf(place)) !== undefined || (place === 0 && piece.toWait !== null)
      return agent !== NONE && asks && phaseOf(place) <= piece.phase
    })
}
export const phaseEnds = (world: World, piece: Piece): number =>
  piece.phaseFrom +
  (piece.phase === 0 && piece.toWait !== null ? piece.toWait : (personRule(world, piece, piece.phase)?.wait_s ?? 0))

export function isAwaited(world: World, piece: Piece): boolean {
  if (piece.phase === POOL || phaseEnds(world, piece) <= world.at) return false
  const patient = personRule(world, piece, piece.phase)?.if_paused ?? false
  return askedFirst(world, piece).some(({ agent, place }) => {
    const { state } = world.people[agent]!
    return (
      phaseOf(place) === piece.phase &&
      (state === 'ready' || (patient && state === 'paused')) &&
      !piece.bars.some((bar) => bar.agent === agent)
    )
  })
}

// —— choosing

const byNumbers = (...differences: number[]): number => differences.find((difference) => difference !== 0) ?? 0
const inHand = (world: World, { handle }: Person): number => Math.min(30, handsOf(world, handle).length)
const freer = (world: World, a: Person, b: Person): number =>
  byNumbers(inHand(world, a) - inHand(world, b), a.since - b.since, a.handle - b.handle)

export function choosePerson(world: World, piece: Piece): Person | undefined {
  const free = askedFirst(world, piece)
    .map(({ agent, place }) => ({ person: world.people[agent]!, phase: phaseOf(place) }))
    .filter(({ person }) => isFree(world, person, piece.item.channel) && mayBeAskedFor(world, piece, person))
  return free.toSorted((a, b) => byNumbers(a.phase - b.phase, freer(world, a.person, b.person)))[0]?.person
}

export const preferenceOf = ({ queues }: Person, queue: number): number =>
  queues.find((each) => each.queue === queue)?.preference ?? 0

export function choosePool(world: World, piece: Piece): Person[] {
  const strategy = rulesOf(world, piece).strategy ?? 'longest_idle'
  const needs = needsNow(world, piece)
  const should = (person: Person): number =>
    needs.filter((need) => !need.must && levelOf(person, need.ability) >= need.level).length
  const skill = (person: Person): number => needs.reduce((sum, { ability }) => sum + levelOf(person, ability), 0)
  const turn = ({ handle }: Person): number => (handle > world.last[piece.queue]! ? handle : handle + world.people.length)
  const when = (is: string, difference: number): number => (strategy === is ? difference : 0)
  return world.people
    .filter((person) => isFree(world, person, piece.item.channel) && isAbleTo(world, piece, person))
    .filter((person) => mayBeAskedFor(world, piece, person) && leavesEnoughFree(world, piece, person))
    .toSorted((a, b) =>
      byNumbers(
        should(b) - should(a),
        preferenceOf(b, piece.queue) - preferenceOf(a, piece.queue),
        when('most_skilled', skill(b) - skill(a)),
        when('ordered', a.handle - b.handle),
        when('round_robin', turn(a) - turn(b)),
        when('fewest_handled', byNumbers(inHand(world, a) - inHand(world, b), a.handled - b.handled)),
        freer(world, a, b),
      ),
    )
}

export function scoreOf(world: World, piece: Piece): number {
  const { priority = {}, deferred } = rulesOf(world, piece)
  const { item } = piece
  const owed =
    (priority.per_earlier_contact ?? 0) * (item.earlier_contacts ?? 0) +
    ((priority.per_min_waited_before ?? 0) * (item.waited_before_s ?? 0)) / 60
  const points = (priority.base ?? 0) + (item.priority ?? 0) + owed
  if (deferred) return points - (item.due_at ?? piece.arrived + (deferred.due_within_s ?? 86_400)) / 60
  return points + ((priority.ageing_per_min ?? 1) / 60) * (world.at - piece.place)
}
const later = (world: World, piece: Piece): number => (rulesOf(world, piece).deferred ? 1 : 0)
export const urgency =
  (world: World) =>
  (a: Piece, b: Piece): number =>
    byNumbers(later(world, a) - later(world, b), scoreOf(world, b) - scoreOf(world, a), a.place - b.place, a.handle - b.handle)

/** All this agent could be offered now of what waits, the first first. */
export function choosePiece(world: World, person: Person, pulling: boolean): Piece[] {
  const room = ({ item: { channel } }: Piece): boolean =>
    pulling ? person.state !== 'off' && hasRoomFor(world, person, channel) : isFree(world, person, channel)
  const own = (piece: Piece): number => (askedFirst(world, piece).some(({ agent }) => agent === person.handle) ? 0 : 1)
  const liked = (piece: Piece): number => scoreOf(world, piece) + (own(piece) === 1 ? preferenceOf(person, piece.queue) : 0)
  return world.pieces
    .filter((piece) => piece.where === 'waiting' && room(piece) && mayBeAskedFor(world, piece, person))
    .filter((piece) => (pulling || isPush(rulesOf(world, piece))) && (own(piece) === 0 || (piece.phase === POOL && isAbleTo(world, piece, person) && leavesEnoughFree(world, piece, person))))
    .toSorted((a, b) =>
      byNumbers(later(world, a) - later(world, b), own(a) - own(b), liked(b) - liked(a), a.place - b.place, a.handle - b.handle),
    ) // prettier-ignore
}

export const boundsOf = (world: World, piece: Piece): number[] => {
  const { rings = [], needs = [] } = rulesOf(world, piece)
  const all = [...rings, ...[...needs, ...piece.needs.needs].flatMap(({ relax = [] }) => relax)].map(({ after_s }) => after_s)
  return [...new Set(all.filter((after) => after > 0))].toSorted((a, b) => a - b)
}
