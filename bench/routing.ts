// Routing: the engine alone, in time of the processor for events one after the other, by the clock for each decision. Beside it the least work that could do the same: one queue of a heap's push and pop, and one line of a table written.
import { decisionsOf } from '#routing/engine'
import { median, percentile, type Figure, type Measure } from './figures.ts'
import { chance, comes, liveOn, manySkills, newDay, oneSkill, type Day } from './routing-centre.ts'

const EVENTS = 1_000_000
const AGENTS = 1_000
const QUEUES = 200
const WAITING = 10_000
const DECISIONS = 20_000

export const routing: Measure = {
  name: 'routing',
  title: 'routing',
  run: async ({ runs, say }) => {
    const repeat = (once: () => number): number => median(Array.from({ length: runs }, once))
    say('  one skill, many skills')
    const bare = repeat(bareLoop)
    const figures: Figure[] = [
      { what: 'one skill: an event', value: repeat(() => loop(newDay(oneSkill(100)), 104)), unit: 'ns', floor: bare, goal: { most: 500 }, note: '100 agents, 2,000,000 a second is 500 ns' }, // prettier-ignore
      { what: 'many skills: an event', value: repeat(() => loop(newDay(manySkills({ agents: 200, queues: 40, each: 8, strict: true })), 230)), unit: 'ns', floor: bare, goal: { most: 2_500 }, note: '200 agents, 40 queues, 8 each; rings and skills' }, // prettier-ignore
    ]
    for (const each of [20, QUEUES])
      for (const receipts of [false, true]) {
        say(`  ${AGENTS} agents × ${QUEUES} queues × ${WAITING} waiting, ${each} queues each${receipts ? ', with receipts' : ''}`)
        figures.push(...large(each, receipts))
      }
    return [...figures, memory()]
  },
}

function loop(day: Day, most: number): number {
  for (let i = 0; i < 50_000; i++) liveOn(day, most)
  const began = process.cpuUsage().user
  for (let i = 0; i < EVENTS; i++) liveOn(day, most)
  return ((process.cpuUsage().user - began) * 1e3) / EVENTS
}

// What cannot be done without: chance, a first-in-first-out heap of numbers, and a few columns.
function bareLoop(): number {
  const random = chance(11)
  const heap = new Float64Array(1_024)
  const column = new Float64Array(1_024)
  let size = 0
  const began = process.cpuUsage().user
  for (let i = 0; i < EVENTS; i++) {
    if (size === 0 || (size < 1_000 && random() < 0.5)) push(heap, size++, i)
    else column[pop(heap, --size) & 1_023]! = i
  }
  return ((process.cpuUsage().user - began) * 1e3) / EVENTS
}

function push(heap: Float64Array, size: number, value: number): void {
  let hole = size
  for (; hole > 0 && heap[(hole - 1) >> 1]! > value; hole = (hole - 1) >> 1) heap[hole] = heap[(hole - 1) >> 1]!
  heap[hole] = value
}

function pop(heap: Float64Array, size: number): number {
  const first = heap[0]!
  const last = heap[size]!
  let hole = 0
  for (let child = 1; child < size; child = 2 * hole + 1) {
    if (child + 1 < size && heap[child + 1]! < heap[child]!) child++
    if (heap[child]! >= last) break
    heap[hole] = heap[child]!
    hole = child
  }
  heap[hole] = last
  return first
}

function fullHouse(each: number): Day {
  const day = newDay(manySkills({ agents: AGENTS, queues: QUEUES, each, strict: true }))
  while (day.waiting < WAITING) comes(day)
  return day
}

// Each decision by the clock: somebody is done, and of all that waits one item is chosen for them.
function large(each: number, receipts: boolean): Figure[] {
  const day = fullHouse(each)
  day.state.receipts = receipts
  for (let i = 0; i < 4_000; i++) liveOn(day, AGENTS + WAITING)
  const took: number[] = []
  while (took.length < DECISIONS) {
    const began = performance.now()
    liveOn(day, AGENTS + WAITING)
    const ended = performance.now()
    if (decisionsOf(day.state).some(({ kind }) => kind === 'give')) took.push((ended - began) * 1_000)
  }
  const what = `a decision, everybody in ${each} of ${QUEUES} queues${receipts ? ', with its receipt' : ''}`
  return [
    { what: `${what}, median`, value: median(took), unit: 'µs', goal: { most: 50 }, note: `${AGENTS} agents, ${WAITING} waiting; p99 ${percentile(took, 0.99).toFixed(1)} µs` }, // prettier-ignore
  ]
}

function memory(): Figure {
  const { state } = fullHouse(20)
  const columns: unknown[] = [state.items, state.holds, state.timers, state.bars].flatMap((part) => Object.values<unknown>(part))
  const heaps = state.lines.heap
  const bytes = [...columns, ...heaps].reduce<number>(
    (sum, column) => (ArrayBuffer.isView(column) ? sum + column.byteLength : sum),
    0,
  )
  return {
    what: 'memory of an item',
    value: bytes / state.items.live,
    unit: 'bytes',
    note: `${state.items.live} there, ${state.items.size} slots`,
  }
}
