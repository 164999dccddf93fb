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
  const floor = floorOf(kinds, groups)
  return (here, need) => {
    for (const kind of kinds.keys()) floor.here[kind] = here[kind] ?? 0
    for (let group = 0; group < groups; group++) floor.weight[group] = Math.max(NO_NEED, need[group] ?? 0)
    floor.levels = new Float64Array(groups)
    for (const part of parts) settle(part, floor)
    return floor.levels
  }
}

type Part = { of: readonly number[]; at: readonly number[] } // kinds, and the groups they serve

// Groups that no people have in common have nothing to do with each other. Whoever may choose least is placed first: then few must make room.
function partsOf(kinds: Kinds, groups: number): Part[] {
  const root = Array.from({ length: groups }, (_, group) => group)
  const top = (group: number): number => (root[group] === group ? group : top(root[group]!))
  for (const [first, ...others] of kinds) for (const other of others) root[top(other)] = top(first!)
  const serving = kinds.flatMap((serves, kind) => (serves.length > 0 ? [kind] : []))
  const byChoice = serving.toSorted((a, b) => kinds[a]!.length - kinds[b]!.length)
  return [...Map.groupBy(root.keys(), top)].map(([own, at]) => ({
    at,
    of: byChoice.filter((kind) => top(kinds[kind]![0]!) === own),
  }))
}

// A seat: where people of a kind may stand, one for each group they serve. All that a count writes on is laid out once; numbers by kind, group or seat.
type Floor = {
  here: Float64Array
  weight: Float64Array
  levels: Float64Array
  seats: Int32Array // of each kind: its first; the next kind's first is where they end
  groupOf: Int32Array
  kindOf: Int32Array
  seatsAt: readonly Int32Array[] // by group
  stands: Float64Array // people in each seat
  left: Float64Array // people of each kind who find no room
  room: Float64Array // people each group still takes
  within: Int32Array // the part, by its number, that each group is in now
  shut: Uint8Array // groups from which no way leads to room
  part: number
  search: Search
}
// Of each group: by which kind it was come to, leaving which seat for it; in the search of this number.
type Search = {
  nth: number
  seen: Int32Array
  met: Int32Array
  to: Int32Array
  from: Int32Array
  order: Int32Array
  found: number
}

function floorOf(kinds: Kinds, groups: number): Floor {
  const seats = new Int32Array(kinds.length + 1)
  for (const [kind, serves] of kinds.entries()) seats[kind + 1] = seats[kind]! + serves.length
  const groupOf = Int32Array.from(kinds.flat())
  const many = (count: number): Float64Array => new Float64Array(count)
  const whole = (count: number): Int32Array => new Int32Array(count)
  const at = Array.from({ length: groups }, (): number[] => [])
  for (const [seat, group] of groupOf.entries()) at[group]!.push(seat)
  return {
    seats, groupOf, kindOf: Int32Array.from(kinds.flatMap((serves, kind) => serves.map(() => kind))), seatsAt: at.map((some) => Int32Array.from(some)),
    here: many(kinds.length), weight: many(groups), levels: many(groups), stands: many(groupOf.length), left: many(kinds.length), room: many(groups),
    within: whole(groups), shut: new Uint8Array(groups), part: 0,
    search: { nth: 0, seen: whole(groups), met: whole(kinds.length), to: whole(groups), from: whole(groups), order: whole(groups), found: 0 },
  }
} // prettier-ignore

// All groups filled to one share; where that cannot be, those with people left over apart from those with too few.
function settle(part: Part, floor: Floor): void {
  const { of, at } = part
  let [people, wanted] = [0, 0]
  for (const kind of of) people += floor.here[kind]!
  if (people <= NOTHING) return
  for (const group of at) wanted += floor.weight[group]!
  const share = people / wanted
  if (at.length > 1 && !isFilled(part, floor, share)) {
    const halves = splitOf(part, floor)
    if (halves) return halves.forEach((half) => settle(half, floor))
  }
  for (const group of at) floor.levels[group] = share * floor.weight[group]!
}

// As many as find room where every group takes the same share (a largest flow, along shortest ways): whether all do.
function isFilled({ of, at }: Part, floor: Floor, share: number): boolean {
  const { left, room, stands, seats, groupOf, within, shut } = floor
  floor.part++
  for (const group of at) {
    room[group] = share * floor.weight[group]!
    within[group] = floor.part
    shut[group] = 0
  }
  for (const kind of of) {
    left[kind] = floor.here[kind]!
    for (let seat = seats[kind]!; seat < seats[kind + 1]!; seat++) {
      const group = groupOf[seat]!
      const people = within[group] === floor.part ? Math.min(left[kind]!, room[group]!) : 0
      stands[seat] = people
      left[kind]! -= people
      if (people > 0) room[group]! -= people
    }
  }
  let all = true
  for (const kind of of) {
    while (left[kind]! > NOTHING && sentAround(floor, kind)) continue
    if (left[kind]! > NOTHING) all = false
  }
  return all
}

// To all groups a kind serves that were not come to yet, leaving this seat (-1: none). The first with room, or -1.
function reach(floor: Floor, kind: number, leaving: number): number {
  const { search, groupOf, seats, room } = floor
  for (let seat = seats[kind]!; seat < seats[kind + 1]!; seat++) {
    const group = groupOf[seat]!
    if (search.seen[group] === search.nth || floor.within[group] !== floor.part || floor.shut[group] === 1) continue
    search.seen[group] = search.nth
    search.to[group] = seat
    search.from[group] = leaving
    search.order[search.found++] = group
    if (room[group]! > NOTHING) return group
  }
  return -1
}

// From a kind to groups, and on with whoever may leave those for others: the nearest group with room. -1: there is none, and whatever was come to is shut.
function roomFrom(floor: Floor, kind: number): number {
  const { search, stands, kindOf } = floor
  search.nth++
  search.found = 0
  search.met[kind] = search.nth
  let free = reach(floor, kind, -1)
  for (let i = 0; i < search.found && free < 0; i++)
    for (const seat of floor.seatsAt[search.order[i]!]!) {
      const other = kindOf[seat]!
      if (stands[seat]! <= NOTHING || search.met[other] === search.nth) continue
      search.met[other] = search.nth
      free = reach(floor, other, seat)
      if (free >= 0) break
    }
  if (free < 0) for (let i = 0; i < search.found; i++) floor.shut[search.order[i]!] = 1
  return free
}

function sentAround(floor: Floor, kind: number): boolean {
  const { left, room, stands, groupOf, search } = floor
  const free = roomFrom(floor, kind)
  if (free < 0) return false
  let people = Math.min(left[kind]!, room[free]!)
  for (let seat = search.from[free]!; seat >= 0; seat = search.from[groupOf[seat]!]!) people = Math.min(people, stands[seat]!)
  left[kind]! -= people
  room[free]! -= people
  for (let group = free; ;) {
    stands[search.to[group]!]! += people
    const leaving = search.from[group]!
    if (leaving < 0) return true
    stands[leaving]! -= people
    group = groupOf[leaving]!
  }
}

// The groups that those left over could reach, with whoever stands there, and the others. null: there are no others, but for what rounding leaves.
function splitOf({ of, at }: Part, { shut, left, within, part, seats, groupOf }: Floor): [Part, Part] | null {
  if (at.every((group) => shut[group] === 1)) return null
  const isInside = (kind: number): boolean => {
    if (left[kind]! > NOTHING) return true
    for (let seat = seats[kind]!; seat < seats[kind + 1]!; seat++)
      if (within[groupOf[seat]!] === part && shut[groupOf[seat]!] === 0) return false
    return true
  }
  const inside = of.map(isInside)
  const half = (side: boolean): Part => ({
    of: of.filter((_, nth) => inside[nth] === side),
    at: at.filter((group) => (shut[group] === 1) === side),
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
