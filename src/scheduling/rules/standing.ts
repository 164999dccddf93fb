// Whoever serves several groups stands at one of them at a time: where the smallest share of what is needed is there. So people are counted once. The levels are
// the lexicographically optimal base of what the skills allow, in proportion to the need (Fujishige, Mathematics of Operations Research 5, 1980; halved as
// Groenevelt does, European Journal of Operational Research 54, 1991): there is only one, and no other way to stand leaves fewer missing. Pure.

/** Kinds of people: the groups that each serves, by their places. */
export type Kinds = readonly (readonly number[])[]
/** People of each kind and the need of each group in, people at each group out. */
export type Standing = (here: ArrayLike<number>, need: ArrayLike<number>) => Float64Array

const NO_NEED = 1e-6 // a group without need has whoever serves nothing else
const NOTHING = 1e-9

/** Made ready once for many intervals. A kind that serves nothing stands nowhere. */
export function standingOf(kinds: Kinds, groups: number): Standing {
  const parts = partsOf(kinds, groups)
  return (here, need) => {
    const levels = new Float64Array(groups)
    for (const part of parts) settle(part, { kinds, here, need, levels })
    return levels
  }
}

type Part = { of: readonly number[]; at: readonly number[] } // kinds, and the groups they serve

// Groups that no people have in common have nothing to do with each other.
function partsOf(kinds: Kinds, groups: number): Part[] {
  const root = Array.from({ length: groups }, (_, group) => group)
  const top = (group: number): number => (root[group] === group ? group : top(root[group]!))
  for (const [first, ...others] of kinds) for (const other of others) root[top(other)] = top(first!)
  const serving = kinds.flatMap((serves, kind) => (serves.length > 0 ? [kind] : []))
  return [...Map.groupBy(root.keys(), top)].map(([own, at]) => ({
    at,
    of: serving.filter((kind) => top(kinds[kind]![0]!) === own),
  }))
}

type Asked = { kinds: Kinds; here: ArrayLike<number>; need: ArrayLike<number>; levels: Float64Array }
const weightOf = ({ need }: Asked, group: number): number => Math.max(NO_NEED, need[group] ?? 0)

// All groups filled to one share; where that cannot be, those with people left over apart from those with too few.
function settle(part: Part, asked: Asked): void {
  const { of, at } = part
  let [people, wanted] = [0, 0]
  for (const kind of of) people += asked.here[kind]!
  if (people <= NOTHING) return
  for (const group of at) wanted += weightOf(asked, group)
  const share = people / wanted
  const split = at.length === 1 ? null : splitOf(part, filled(part, asked, share))
  if (split) for (const half of split) settle(half, asked)
  else for (const group of at) asked.levels[group] = share * weightOf(asked, group)
}

type Flow = {
  serves: readonly (readonly number[])[] // by kind: groups of the part
  left: Float64Array // people of each kind who find no room
  room: Float64Array // people each group still takes
  stands: Float64Array // by kind and group
}

// As many as find room where every group takes the same share (a largest flow, along shortest ways).
function filled({ of, at }: Part, asked: Asked, share: number): Flow {
  const placeOf = new Map(at.map((group, place) => [group, place]))
  const flow: Flow = {
    serves: of.map((kind) => asked.kinds[kind]!.flatMap((group) => placeOf.get(group) ?? [])),
    left: Float64Array.from(of, (kind) => asked.here[kind]!),
    room: Float64Array.from(at, (group) => share * weightOf(asked, group)),
    stands: new Float64Array(of.length * at.length),
  }
  for (const [kind, groups] of flow.serves.entries())
    for (const group of groups) put(flow, { kind, group, people: Math.min(flow.left[kind]!, flow.room[group]!) })
  for (const kind of of.keys()) while (flow.left[kind]! > NOTHING && sentAround(flow, kind)) continue
  return flow
}

function put({ left, room, stands }: Flow, { kind, group, people }: { kind: number; group: number; people: number }): void {
  left[kind]! -= people
  room[group]! -= people
  stands[kind * room.length + group]! += people
}

type Ways = { from: Int32Array; by: Int32Array; order: readonly number[]; free: number } // of each group: who comes to it, leaving which group

// From these kinds to groups, and on with whoever may leave those for others. `free`: the first group that has room, -1 without.
function waysFrom({ serves, room, stands }: Flow, kinds: readonly number[]): Ways {
  const groups = room.length
  const [from, by] = [new Int32Array(groups).fill(-1), new Int32Array(groups).fill(-1)]
  const order: number[] = []
  const met = new Set(kinds)
  let free = -1
  const reach = (kind: number, left: number): void => {
    for (const group of serves[kind]!) {
      if (by[group]! >= 0) continue
      by[group] = kind
      from[group] = left
      order.push(group)
      if (free < 0 && room[group]! > NOTHING) free = group
    }
  }
  for (const kind of kinds) reach(kind, -1)
  for (let i = 0; i < order.length && free < 0; i++)
    for (const kind of serves.keys()) {
      if (met.has(kind) || stands[kind * groups + order[i]!]! <= NOTHING) continue
      met.add(kind)
      reach(kind, order[i]!)
    }
  return { from, by, order, free }
}

function sentAround(flow: Flow, kind: number): boolean {
  const { left, room, stands } = flow
  const { from, by, free } = waysFrom(flow, [kind])
  if (free < 0) return false
  let people = Math.min(left[kind]!, room[free]!)
  for (let group = free; from[group]! >= 0; group = from[group]!)
    people = Math.min(people, stands[by[group]! * room.length + from[group]!]!)
  left[kind]! -= people
  room[free]! -= people
  for (let group = free; group >= 0; group = from[group]!) {
    stands[by[group]! * room.length + group]! += people
    if (from[group]! >= 0) stands[by[group]! * room.length + from[group]!]! -= people
  }
  return true
}

// null: everybody found room. Otherwise the groups that those left over could reach, with whoever stands there, and the others.
function splitOf({ of, at }: Part, flow: Flow): [Part, Part] | null {
  const over = [...of.keys()].filter((kind) => flow.left[kind]! > NOTHING)
  if (over.length === 0) return null
  const full = new Set(waysFrom(flow, over).order)
  if (full.size === at.length) return null // but for what rounding leaves
  const within = (kind: number): boolean => flow.left[kind]! > NOTHING || flow.serves[kind]!.every((group) => full.has(group))
  const half = (side: boolean): Part => ({
    of: of.filter((_, kind) => within(kind) === side),
    at: at.filter((_, group) => full.has(group) === side),
  })
  return [half(true), half(false)]
}

/** What is needed at each group, an interval a number, and who can stand there. */
export type Cover = { kinds: Kinds; needs: readonly (readonly number[])[] }
type Intervals = { first: number; end: number }

/** People at each group by people of each kind, in these intervals. In thousandths. */
export function levelsIn({ kinds, needs }: Cover, here: readonly ArrayLike<number>[], { first, end }: Intervals): number[][] {
  const stand = standingOf(kinds, needs.length)
  const levels = needs.map(() => Array.from({ length: Math.max(0, end - first) }, () => 0))
  for (let nth = first; nth < end; nth++) {
    const now = here.map((people) => people[nth] ?? 0)
    const found = stand(now, needs.map((need) => need[nth] ?? 0)) // prettier-ignore
    for (const [group, level] of found.entries()) levels[group]![nth - first] = Math.round(level * 1_000) / 1_000
  }
  return levels
}
