// Lines: the items of one queue and channel that need the same and have waited as far (the same ring, the same relaxed needs) wait in one heap.
// Whoever may take one of a line may take all of it, so a free agent looks at the heads of lines only, and an item at the free of its line.
// Ageing is the same for a whole queue and keeps the order within it, so a line is ordered once, by the score without the ageing; only heads
// of different queues are compared by what they are worth at the moment (priorities that grow with the wait: Kleinrock's delay-dependent
// priorities, 1964).
import { longerInts } from './columns.ts'
import type { Items } from './items.ts'
import { NONE } from './rules.ts'
import type { ItemNeeds } from './work.ts'

/** What is asked of whoever takes an item of a line. */
export type Asked = {
  teams: ReadonlySet<number> | null // null: any
  degree: number
  needs: readonly { ability: number; level: number; must: boolean }[]
}

export type Lines = {
  count: number
  words: number // of 32 lines, in sets of lines
  queue: number[]
  channel: number[]
  stage: number[]
  asked: Asked[]
  size: number[]
  heap: Int32Array[]
  able: Uint32Array[] // the set of agents who meet it
  rank: Int32Array[] // by agent: who goes first whatever the strategy, 0 the first
  flat: boolean[] // all who meet it have rank 0
  stale: boolean[] // ranks to be worked out anew
  ofAgent: Uint32Array // agent × words: the lines they may take from
  pushed: Uint32Array // words: lines in which something waits to be offered
  pulled: Uint32Array // words: lines in which something waits to be asked for
  keeping: number[] // lines whose queue keeps people free
  firstOf: Int32Array // by queue × channel, without needs of its own: the line of stage 0
  firstWith: Map<number, number> // likewise with needs of its own
  bounds: Float64Array[] // by line: the waits, in seconds, at which an item goes on to the next stage; shared by the stages
  held: Int32Array // by queue: the line of those who wait for it to open; nobody may take from it
  waiting: Int32Array // by queue: how many wait, also for one person
  needs: ItemNeeds[] // by handle; 0: nothing
  needsKeys: Map<string, number>
}

export function newLines({ agents, queues, channels }: { agents: number; queues: number; channels: number }): Lines {
  return {
    count: 0, words: 1, queue: [], channel: [], stage: [], asked: [], size: [], heap: [], able: [], rank: [], flat: [], stale: [],
    ofAgent: new Uint32Array(agents), pushed: new Uint32Array(1), pulled: new Uint32Array(1), keeping: [],
    firstOf: new Int32Array(queues * channels).fill(NONE), firstWith: new Map(), bounds: [],
    held: new Int32Array(queues).fill(NONE), waiting: new Int32Array(queues),
    needs: [{ needs: [] }], needsKeys: new Map(),
  } // prettier-ignore
}

/** Whether `item` goes before `other` in their line: the higher score, the earlier place, who came first. */
export function precedes(items: Items, item: number, other: number): boolean {
  const mine = items.key[item]!
  const theirs = items.key[other]!
  if (mine !== theirs) return mine > theirs
  const place = items.placeAt[item]!
  const their = items.placeAt[other]!
  if (place !== their) return place < their
  return items.seq[item]! < items.seq[other]!
}

type Waiting = { lines: Lines; items: Items }

export function putInLine({ lines, items }: Waiting, item: number): void {
  const line = items.line[item]!
  const size = lines.size[line]!
  if (size === lines.heap[line]!.length) lines.heap[line] = longerInts(lines.heap[line]!, size * 2)
  lines.size[line] = size + 1
  rise(items, lines.heap[line]!, { item, at: size })
}

export function takeFromLine({ lines, items }: Waiting, item: number): void {
  const line = items.line[item]!
  const heap = lines.heap[line]!
  const size = lines.size[line]! - 1
  const at = items.pos[item]!
  const last = heap[size]!
  lines.size[line] = size
  items.pos[item] = NONE
  if (at === size) return
  if (at > 0 && precedes(items, last, heap[(at - 1) >> 1]!)) rise(items, heap, { item: last, at })
  else sink(items, heap, { item: last, at, size })
}

function rise(items: Items, heap: Int32Array, { item, at }: { item: number; at: number }): void {
  let hole = at
  while (hole > 0) {
    const parent = (hole - 1) >> 1
    const above = heap[parent]!
    if (!precedes(items, item, above)) break
    heap[hole] = above
    items.pos[above] = hole
    hole = parent
  }
  heap[hole] = item
  items.pos[item] = hole
}

function sink(items: Items, heap: Int32Array, { item, at, size }: { item: number; at: number; size: number }): void {
  let hole = at
  for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && precedes(items, heap[child + 1]!, heap[child]!)) child++
    const below = heap[child]!
    if (!precedes(items, below, item)) break
    heap[hole] = below
    items.pos[below] = hole
    hole = child
  }
  heap[hole] = item
  items.pos[item] = hole
}
