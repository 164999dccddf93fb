// The rehearsal: events per second of processor (whatever else the machine does) with one skill and with many, and how long a month of five hundred people takes, from the file to the
// table. The floor is the same queue without routing, without figures, with the same numbers of chance; the peer is SimPy.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isReady, readScenario, rehearse } from '#rehearsal/engine'
import { median, type Figure, type Measure, type Settings } from './figures.ts'
import { bareQueue } from './world/bare-queue.ts'
import { manySkills, month, oneSkill } from './world/rehearsals.ts'

const SIZE = { servers: 100, load: 0.9, contacts: 1_000_000 }

export const rehearsal: Measure = {
  name: 'rehearsal',
  title: 'rehearsal',
  run: (settings) => Promise.resolve([one(settings), many(settings), aMonth(settings)]),
}

function one({ runs, say }: Settings): Figure {
  say('  one queue, one skill')
  eventsPerSecond(oneSkill({ ...SIZE, contacts: 200_000 })) // compiled before the clock runs
  bareQueue({ ...SIZE, contacts: 200_000 })
  return {
    what: 'one skill',
    value: median(repeated(runs, () => eventsPerSecond(oneSkill(SIZE)))),
    unit: 'events/s',
    floor: median(repeated(runs, () => bareQueue(SIZE))),
    goal: { least: 2_000_000 },
    peer: simpy(runs),
    note: `M/M/${SIZE.servers}, load ${SIZE.load}, one core; peer: SimPy`,
  }
}

function many({ runs, say }: Settings): Figure {
  say('  200 people, 40 queues of a skill each, three skills a person')
  const scenario = manySkills({ queues: 40, people: 200, days: 3 })
  eventsPerSecond({ ...scenario, days: 0.3 })
  return {
    what: 'many skills',
    value: median(repeated(runs, () => eventsPerSecond(scenario))),
    unit: 'events/s',
    goal: { least: 400_000 },
    note: '200 people, 40 queues, levels that relax, impatient callers, one core',
  }
}

// As somebody would run it: the program started, the file read, one replication played, the table printed.
function aMonth({ runs, say }: Settings): Figure {
  say('  a month of 500 people')
  const folder = mkdtempSync(path.join(tmpdir(), 'guichet-bench-'))
  const file = path.join(folder, 'month.json')
  writeFileSync(file, JSON.stringify(month()))
  const main = path.join(import.meta.dirname, '../src/server/main.ts')
  try {
    const seconds = repeated(Math.min(runs, 3), () => {
      const began = performance.now()
      const { status, stderr } = spawnSync(process.execPath, [main, 'rehearse', file], { encoding: 'utf8', maxBuffer: 1e8 })
      if (status !== 0) throw new Error(`the month was not played: ${stderr}`)
      return (performance.now() - began) / 1_000
    })
    return {
      what: 'a month of 500 people',
      value: median(seconds),
      unit: 's',
      goal: { most: 10 },
      note: 'from the file to the table',
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function eventsPerSecond(written: object): number {
  const read = readScenario(written)
  if ('fields' in read || !isReady(read.scenario))
    throw new Error(`the bench wrote a scenario that is refused: ${JSON.stringify(read)}`)
  const began = process.cpuUsage()
  const { events } = rehearse(read.scenario)
  const { user, system } = process.cpuUsage(began)
  return (events / (user + system)) * 1e6
}

const repeated = (runs: number, measure: () => number): number[] => Array.from({ length: runs }, measure)

// Whichever Python has SimPy; null: none.
function simpy(runs: number): number | null {
  const script = path.join(import.meta.dirname, 'peers/simpy-queue.py')
  const python = ['python3', '/usr/bin/python3'].find((each) => spawnSync(each, ['-c', 'import simpy']).status === 0)
  if (!python) return null
  return median(
    repeated(runs, () => {
      const { stdout } = spawnSync(python, [script, String(SIZE.servers), String(SIZE.load), '50000'], { encoding: 'utf8' })
      return Number((JSON.parse(stdout) as { events_per_second: number }).events_per_second) // printed by our own script
    }),
  )
}
