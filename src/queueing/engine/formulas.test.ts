// Each formula against what it claims to be, computed another way: the whole birth–death chain by elimination, sums written out with
// big rationals in mind, integrals by brute force, and the special cases that two formulas share.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anyPatience } from './any-patience.ts'
import { erlangA, fateWithin } from './erlang-a.ts'
import { erlangB } from './erlang-b.ts'
import { answeredWithin, erlangC, waitQuantile } from './erlang-c.ts'
import { answeredWithin as letInAnsweredWithin, limitedPlaces } from './limited-places.ts'
import { pollaczekKhinchine } from './one-server.ts'
import { waitsByPriority, waitsOfOneServer } from './priorities.ts'
import { chatDesk, sharedStay } from './processor-sharing.ts'
import { withSlowRetrials } from './retrials.ts'

const queue = { servers: 7, arrivals_per_s: 0.03, service_s: 200 } // 6 erlangs
const close = (actual: number, wanted: number, within = 1e-9) =>
  assert.ok(Math.abs(actual - wanted) <= within * Math.max(1, Math.abs(wanted)), `${actual} instead of ${wanted}`)

test('Erlang B is the truncated Poisson distribution, and stands thousands of servers', () => {
  const weights = Array.from({ length: 8 }, (_, n) => 6 ** n / factorial(n))
  close(erlangB(7, 6), (weights[7] ?? 0) / weights.reduce((a, b) => a + b))
  assert.equal(erlangB(0, 5), 1)
  assert.equal(erlangB(3, 0), 0)
  const great = erlangB(5000, 5000)
  close(great, Math.sqrt(2 / (Math.PI * 5000)), 0.02) // Jagerman's limit for a = c
})

test('Erlang C is the chain of a queue with very many places, solved by elimination', () => {
  const time = solvedChain(
    400,
    () => 0.03,
    (n) => Math.min(n, 7) / 200,
  )
  const waiting = time.reduce((sum, share, n) => sum + share * Math.max(0, n - 7), 0)
  const state = erlangC(queue)
  close(state.mean_waiting, waiting, 1e-6)
  close(
    state.waits,
    time.slice(7).reduce((a, b) => a + b),
    1e-6,
  )
  close(state.mean_wait_s, waiting / 0.03, 1e-6)
  close(answeredWithin(queue, waitQuantile(queue, 0.9)), 0.9)
  assert.equal(waitQuantile(queue, 0.1), 0)
  assert.equal(erlangC({ ...queue, servers: 6 }).mean_wait_s, Number.POSITIVE_INFINITY)
  assert.equal(answeredWithin({ ...queue, servers: 6 }, 20), 0)
})

test('limited places: the chain, the busy tone of Erlang B at one end and Erlang C at the other', () => {
  const time = solvedChain(
    10,
    () => 0.03,
    (n) => Math.min(n, 7) / 200,
  )
  close(limitedPlaces(queue, 10).blocked, time[10] ?? 0)
  close(limitedPlaces(queue, 7).blocked, erlangB(7, 6))
  close(limitedPlaces(queue, 7).mean_wait_s, 0)
  close(limitedPlaces(queue, 2000).mean_wait_s, erlangC(queue).mean_wait_s, 1e-6)
  close(letInAnsweredWithin(queue, 2000, 20), answeredWithin(queue, 20), 1e-6)
  assert.ok(limitedPlaces({ ...queue, arrivals_per_s: 3 }, 10).blocked > 0.98, 'more than can be served is turned away')
  assert.throws(() => limitedPlaces(queue, 6), RangeError)
})

test('Erlang A: the chain, and what becomes of people by brute force', () => {
  const impatient = { ...queue, servers: 5, patience_s: 150 }
  const time = solvedChain(
    200,
    () => 0.03,
    (n) => Math.min(n, 5) / 200 + Math.max(0, n - 5) / 150,
  )
  const waiting = time.reduce((sum, share, n) => sum + share * Math.max(0, n - 5), 0)
  const state = erlangA(impatient)
  close(state.gives_up, waiting / 150 / 0.03)
  close(state.occupancy, time.reduce((sum, share, n) => sum + share * Math.min(n, 5), 0) / 5)
  const fates = followed(time, impatient, 20)
  const fate = fateWithin(impatient, 20)
  close(fate.answered, fates.answered, 1e-5)
  close(fate.gave_up, fates.gave_up, 1e-5)
  close(fate.answered + fate.gave_up + fate.still_waits, 1)
  close(fateWithin(impatient, 1e6).gave_up, state.gives_up)
})

test('Erlang A: mean waits of those answered and those not, from the fates second by second', () => {
  const impatient = { ...queue, servers: 5, patience_s: 150 }
  const state = erlangA(impatient)
  let answered_later = 0
  let all = 0
  for (let t = 0.25; t < 3000; t += 0.5) {
    answered_later += 0.5 * (1 - state.gives_up - fateWithin(impatient, t).answered)
    all += 0.5 * fateWithin(impatient, t).still_waits
  }
  close(state.mean_wait_answered_s * (1 - state.gives_up), answered_later, 1e-4)
  close(state.mean_wait_s, all, 1e-4)
  close(state.mean_wait_s, state.gives_up * 150) // what Little and the rate of giving up must give
  close(state.gives_up * state.mean_wait_given_up_s + (1 - state.gives_up) * state.mean_wait_answered_s, state.mean_wait_s)
})

test('Erlang A with places: very patient people make it a queue with a busy tone, no waiting room Erlang B', () => {
  close(erlangA({ ...queue, patience_s: 1e9, places: 10 }).mean_wait_s, limitedPlaces(queue, 10).mean_wait_s, 1e-6)
  close(erlangA({ ...queue, patience_s: 60, places: 7 }).blocked, erlangB(7, 6))
})

test('Erlang A stands thousands of servers', () => {
  const state = erlangA({ servers: 4000, arrivals_per_s: 20.5, service_s: 200, patience_s: 300 })
  close(state.gives_up, 1 - 4000 / 4100, 0.1) // overloaded: whom nobody can serve gives up
  assert.ok(state.occupancy > 0.999 && state.occupancy < 1)
  const { answered, gave_up, still_waits } = fateWithin(
    { servers: 4000, arrivals_per_s: 20.5, service_s: 200, patience_s: 300 },
    5,
  )
  close(answered + gave_up + still_waits, 1)
})

test('patience of any shape: exponential is Erlang A, and never giving up Erlang C', () => {
  const impatient = { ...queue, servers: 5, patience_s: 150 }
  const any = anyPatience(impatient, (t) => Math.exp(-t / 150))
  const state = erlangA(impatient)
  close(any.gives_up, state.gives_up, 1e-7)
  close(any.mean_wait_s, state.mean_wait_s, 1e-7)
  close(any.waits, state.waits, 1e-7)
  const fate = fateWithin(impatient, 20)
  close(any.waitsLonger(20), fate.still_waits, 1e-4)
  close(anyPatience(queue, () => 1).mean_wait_s, erlangC(queue).mean_wait_s, 1e-7)
  close(anyPatience(queue, () => 1).gives_up, 0, 1e-7)
})

test('priorities keep the work done and only share the waiting out', () => {
  const waits = waitsByPriority(7, 200, [{ arrivals_per_s: 0.01 }, { arrivals_per_s: 0.02 }])
  const [urgent = 0, other = 0] = waits
  close((urgent + 2 * other) / 3, erlangC(queue).mean_wait_s) // Kleinrock's conservation law
  assert.ok(urgent < other)
  close(waitsByPriority(7, 200, [{ arrivals_per_s: 0.03 }])[0] ?? 0, erlangC(queue).mean_wait_s)
  const [one = 0, two = 0] = waitsOfOneServer([
    { arrivals_per_s: 0.001, service_s: 200, service_squared_s2: 80_000 },
    { arrivals_per_s: 0.002, service_s: 200, service_squared_s2: 80_000 },
  ])
  const same = waitsByPriority(1, 200, [{ arrivals_per_s: 0.001 }, { arrivals_per_s: 0.002 }])
  close(one, same[0] ?? 0)
  close(two, same[1] ?? 0)
})

test('one server: exponential service is M/M/1, constant service half of it', () => {
  const one = { servers: 1, arrivals_per_s: 0.004, service_s: 200 }
  close(pollaczekKhinchine({ ...one, cv: 1 }), erlangC(one).mean_wait_s)
  close(pollaczekKhinchine({ ...one, cv: 0 }), erlangC(one).mean_wait_s / 2)
  const mixed = waitsOfOneServer([{ arrivals_per_s: 0.004, service_s: 200, service_squared_s2: 40_000 * (1 + 0.49) }])
  close(mixed[0] ?? 0, pollaczekKhinchine({ ...one, cv: 0.7 }))
})

test('chats: any number at once is processor sharing, one at a time a queue, no slowing as many advisers', () => {
  const desk = { arrivals_per_s: 0.004, work_s: 200 }
  const shared = chatDesk({ ...desk, at_once: 1000, speed: () => 1 })
  close(shared.mean_stay_s, sharedStay(200, 0.8), 1e-9)
  const queued = chatDesk({ ...desk, at_once: 1, speed: () => 1 })
  close(queued.mean_wait_s, erlangC({ servers: 1, arrivals_per_s: 0.004, service_s: 200 }).mean_wait_s)
  const three = chatDesk({ ...desk, at_once: 3, speed: (chats) => chats })
  close(three.mean_wait_s, erlangC({ servers: 3, arrivals_per_s: 0.004, service_s: 200 }).mean_wait_s)
  close(three.mean_stay_s, 200)
  close(chatDesk({ ...desk, at_once: 3, speed: (chats) => chats, places: 3 }).blocked, erlangB(3, 0.8))
})

test('who is lost and comes back adds to the load until it balances', () => {
  const lost = (rate: number) => erlangB(7, rate * 200)
  const rate = withSlowRetrials(0.03, 0.7, lost)
  close(rate * (1 - 0.7 * lost(rate)), 0.03)
  close(withSlowRetrials(0.03, 0, lost), 0.03)
  assert.throws(() => withSlowRetrials(0.1, 1, (r) => erlangB(7, r * 200)), RangeError)
})

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))

// The stationary distribution from the full matrix of rates by Gaussian elimination (Grassmann, Taksar & Heyman): nothing in common with the recursions.
function solvedChain(most: number, up: (n: number) => number, down: (n: number) => number): number[] {
  const rates = Array.from({ length: most + 1 }, (_, i) =>
    Array.from({ length: most + 1 }, (__, j) => (j === i + 1 ? up(i) : j === i - 1 ? down(i) : 0)),
  )
  const rate = (i: number, j: number) => rates[i]?.[j] ?? 0
  for (let k = most; k > 0; k--) {
    const out = Array.from({ length: k }, (_, j) => rate(k, j)).reduce((a, b) => a + b)
    for (let i = 0; i < k; i++) {
      const through = rate(i, k) / out
      const row = rates[i] ?? []
      row[k] = through
      for (let j = 0; j < k; j++) if (j !== i) row[j] = (row[j] ?? 0) + through * rate(k, j)
    }
  }
  const weight = [1]
  for (let k = 1; k <= most; k++) weight.push(weight.reduce((sum, w, i) => sum + w * rate(i, k), 0))
  const all = weight.reduce((a, b) => a + b)
  return weight.map((w) => w / all)
}

// What becomes of somebody within t seconds, by following the number ahead with Runge and Kutta's fourth order.
function followed(
  time: number[],
  { servers, service_s, patience_s }: { servers: number; service_s: number; patience_s: number },
  t: number,
) {
  const busy = servers / service_s
  let state = [...time.slice(servers), 0] // still waiting with k ahead; the last entry: given up
  const answered_at_once = time.slice(0, servers).reduce((a, b) => a + b)
  const change = (s: number[]) =>
    s.map((_, k) => {
      if (k === s.length - 1) return s.slice(0, -1).reduce((sum, share) => sum + share / patience_s, 0)
      const come = k + 1 < s.length - 1 ? (s[k + 1] ?? 0) * (busy + (k + 1) / patience_s) : 0
      return come - (s[k] ?? 0) * (busy + (k + 1) / patience_s)
    })
  const step = 0.05
  const moved = (s: number[], d: number[], by: number) => s.map((value, k) => value + by * (d[k] ?? 0))
  for (let at = 0; at < t - step / 2; at += step) {
    const a = change(state)
    const b = change(moved(state, a, step / 2))
    const c = change(moved(state, b, step / 2))
    const d = change(moved(state, c, step))
    state = state.map((value, k) => value + (step / 6) * ((a[k] ?? 0) + 2 * (b[k] ?? 0) + 2 * (c[k] ?? 0) + (d[k] ?? 0)))
  }
  const gave_up = state.at(-1) ?? 0
  const waits = state.slice(0, -1).reduce((a, b) => a + b)
  return { gave_up, answered: answered_at_once + (1 - answered_at_once - gave_up - waits) }
}
