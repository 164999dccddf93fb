// The formulas of waiting, held over a grid against octave-queueing (Debian: octave octave-queueing), which solves the same queues its own way, or, where it is not
// installed, against the slow exact chain of our own in whole numbers; and how many questions a second they answer.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { agentsFor, figuresOf } from '#staffing/engine'
import type { Load, Target } from '#staffing/contract'
import { erlangB } from '#queueing/engine'
import { median, type Figure, type Measure, type Settings } from './figures.ts'
import { exactRows } from './world/erlang-exact.ts'
import { chainGrid, closedGrid, exactGrid, rowOf, type Point } from './world/erlang-grid.ts'
import { oursAt } from './world/erlang-ours.ts'

const GOAL = { most: 1e-9 }

export const erlang: Measure = {
  name: 'erlang',
  title: 'staffing formulas',
  run: (settings) => Promise.resolve([...differences(settings), ...speeds(settings)]),
}

function differences({ say, large }: Settings): Figure[] {
  const closed = closedGrid()
  const chain = chainGrid(large)
  say(`  ${closed.length + chain.length} queues by octave-queueing`)
  const answers = octave([...closed, ...chain])
  const exact = exactGrid(large)
  say(`  ${exact.length} queues state by state in whole numbers`)
  const held = apart('every state in whole numbers', exact, exactRows(exact))
  if (!answers) return [{ ...held, note: `${held.note}; octave-queueing is not installed (apt install octave octave-queueing)` }]
  const by = (what: string, kinds: readonly Point['kind'][]): Figure => {
    const all = [...closed, ...chain]
    const chosen = [...all.keys()].filter((i) => kinds.includes(all[i]!.kind)) // as many as points
    return apart(
      what,
      chosen.map((i) => all[i]!),
      chosen.map((i) => answers[i] ?? []),
    ) // likewise
  }
  return [
    by('Erlang B', [1]),
    by('Erlang C', [2]),
    by('with a bound on lines', [3]),
    by('Erlang A', [4]),
    by('answered and given up in time', [5]),
    held,
  ]
}

// The largest difference, in relation to the figure itself; below a millionth, where the peer has lost its digits, to a millionth.
function apart(what: string, points: readonly Point[], wanted: readonly (readonly number[])[]): Figure {
  let most = { off: 0, said: '' }
  for (const [i, point] of points.entries())
    for (const [at, value] of oursAt(point).entries()) {
      const truth = wanted[i]?.[at] ?? Number.NaN
      const off = Math.abs(value - truth) / Math.max(Math.abs(truth), point.kind === 6 ? 1e-300 : 1e-6)
      if (!(off <= most.off)) most = { off, said: `${point.servers} people, load ${point.load}, patience ${point.patience_s} s` }
    }
  const figures = wanted.reduce((sum, row) => sum + row.length, 0)
  return {
    what: `${what}: largest difference`,
    value: most.off,
    unit: 'relative',
    goal: GOAL,
    note: `${figures} figures of ${points.length} queues; worst at ${most.said || 'none'}`,
  }
}

function octave(points: readonly Point[]): number[][] | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-'))
  try {
    const file = path.join(folder, 'grid.csv')
    writeFileSync(file, points.map((point) => rowOf(point).join(',')).join('\n'))
    const script = path.join(import.meta.dirname, 'peers/erlang.m')
    const { status, stdout } = spawnSync('octave-cli', ['--quiet', '--no-gui', script, file], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, DISPLAY: '' },
    })
    const rows = (stdout ?? '').trim().split('\n')
    if (status !== 0 || rows.length !== points.length) return null
    return rows.map((row) => row.split(',').map(Number))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const target: Target = { formula: 'answered_within_of_offered', share: 0.8, within_s: 20 }
const asked = (i: number): Load => ({
  calls_per_hour: 20 + (i % 500) * 4,
  handling_s: 180 + (i % 7) * 20,
  patience: i % 2 === 0 ? 120 : 'never',
})
const QUESTIONS = 1_000

function speeds({ runs, say }: Settings): Figure[] {
  say('  questions a second')
  const found: number[] = []
  const search = () => timed((i) => (found[i] = agentsFor(asked(i), target) ?? 0))
  search()
  const floor = () => timed((i) => erlangB(found[i] ?? 0, (asked(i).calls_per_hour / 3_600) * asked(i).handling_s))
  return [
    {
      what: 'people for a service level',
      value: median(Array.from({ length: runs }, search)),
      unit: 'questions/s',
      floor: median(Array.from({ length: runs }, floor)),
      note: 'up to 150 erlangs, half of them Erlang A; floor: one Erlang B of the answer',
    },
    {
      what: 'all figures of an interval',
      value: median(Array.from({ length: runs }, () => timed((i) => figuresOf(asked(i), found[i] ?? 1, 20)))),
      unit: 'questions/s',
      note: 'waits of half, 80 and 95 % too',
    },
  ]
}

function timed(ask: (i: number) => unknown): number {
  const began = process.cpuUsage()
  for (let i = 0; i < QUESTIONS; i++) ask(i)
  const { user, system } = process.cpuUsage(began)
  return (QUESTIONS / (user + system)) * 1e6
}
