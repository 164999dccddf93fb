// What a desk asks for all day, over HTTP, at 100,000 and (with --large) 1,000,000 cases: the two should take the same time.
import type pg from 'pg'
import { percentile, type Figure, type Measure, type Settings } from './figures.ts'
import { caller, type Caller } from './world/caller.ts'
import { fill, type Filled } from './world/fill.ts'
import { openHouse, withOwner, type House } from './world/house.ts'

const ROUNDS = 150

export const lists: Measure = {
  name: 'lists',
  title: 'desk lists',
  run: async (settings) => {
    const house = await openHouse()
    try {
      return await withOwner(house, (owner) => measure(settings, house, owner))
    } finally {
      await house.stop()
    }
  },
}

async function measure({ large, say }: Settings, house: House, owner: pg.Client): Promise<Figure[]> {
  const figures: Figure[] = []
  let cases = 0
  for (const target of large ? [100_000, 1_000_000] : [100_000]) {
    say(`  ${target} cases are being written`)
    const filled = await fill(owner, { from: cases, to: target })
    cases = target
    say('  they are being asked for')
    figures.push(...(await askFor(house, owner, filled)))
  }
  return figures
}

type Asked = { what: string; path: (round: number) => string; goal: number }

function questions({ owners, customers, brands, deepest }: Filled): Asked[] {
  const of = (all: readonly string[], round: number): string => all[round % all.length]!
  return [
    { what: 'my open cases', path: (n) => `/api/v1/cases?status=open&owner=${of(owners, n)}`, goal: 25 },
    { what: 'all open cases', path: () => '/api/v1/cases?status=open', goal: 25 },
    { what: 'all cases, closed too', path: () => '/api/v1/cases?status=all', goal: 25 },
    { what: 'open and waiting for us', path: () => '/api/v1/cases?status=open&stands=waiting_for_us', goal: 25 },
    { what: 'open, of one brand', path: (n) => `/api/v1/cases?status=open&brand=${of(brands, n)}`, goal: 25 },
    { what: 'closed, of one owner', path: (n) => `/api/v1/cases?status=closed&owner=${of(owners, n)}`, goal: 25 },
    { what: 'of one customer', path: (n) => `/api/v1/cases?status=all&customer=${of(customers, n)}`, goal: 25 },
    { what: 'open and urgent', path: () => '/api/v1/cases?status=open&priority=urgent', goal: 25 },
    { what: 'somebody works on', path: (n) => `/api/v1/cases?status=open&handler=${of(owners, n)}`, goal: 25 },
    { what: 'the day of somebody', path: (n) => `/api/v1/today?person=${of(owners, n)}`, goal: 40 },
    { what: 'silent customers', path: () => '/api/v1/silent-customers', goal: 40 },
    { what: 'a case with 200 messages', path: () => `/api/v1/cases/${deepest}`, goal: 40 },
  ]
}

async function askFor(house: House, owner: pg.Client, filled: Filled): Promise<Figure[]> {
  const call: Caller = caller(house)
  const figures: Figure[] = []
  for (const { what, path, goal } of questions(filled)) {
    for (let round = 0; round < 10; round++) await call('GET', path(round))
    const times: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timed(() => call('GET', path(round))))
      bare.push(await timed(() => bareList(owner, filled.owners[round % filled.owners.length]!)))
    }
    const size = `${filled.cases / 1_000} k cases`
    figures.push({
      what: `${what}, p95`,
      value: percentile(times, 0.95),
      unit: 'ms',
      goal: { most: goal },
      peer: null,
      note: `${size}, p50 ${percentile(times, 0.5).toFixed(1)}, bare query p95 ${percentile(bare, 0.95).toFixed(1)}`,
    })
  }
  return figures
}

const bareList = (owner: pg.Client, person: string) =>
  owner.query({
    name: 'bare list',
    text: 'select * from cases."case" where owner_id = $1 and tenant_id = (select tenant_id from access.tenant limit 1) and closed_at is null order by last_at desc, id desc limit 51',
    values: [person],
  })

async function timed(body: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await body()
  return performance.now() - began
}
