// The one waiting room behind Erlang B, C and A: against every state of the chain in whole numbers of 192 bits, against printed tables, and against what any
// queue must keep.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { settleByCurve } from './curve-patience.ts'
import { erlangA } from './erlang-a.ts'
import { erlangB } from './erlang-b.ts'
import { answeredWithin, erlangC, waitQuantile } from './erlang-c.ts'
import { bigOf, exactQueue, numberOf, over, times } from './exact-queue.ts'
import { paceOf, sharedEndsPerS } from './shared-desks.ts'
import { answeredWaitQuantile, fatesWithin } from './wait-times.ts'
import { metIn, settle, type Room } from './waiting-room.ts'

const close = (actual: number, wanted: number, within = 1e-9) =>
  assert.ok(Math.abs(actual - wanted) <= within * Math.max(1e-300, Math.abs(wanted)), `${actual} instead of ${wanted}`)
const room = ({
  servers,
  load,
  patience_s,
  places,
}: {
  servers: number
  load: number
  patience_s: number
  places?: number
}): Room => ({
  slots: servers,
  arrivals_per_s: (servers * load) / 180,
  endsPerS: (n) => n / 180,
  patience_s,
  ...(places !== undefined && { places }),
})

test('every share and every wait is that of the chain added up state by state, to twelve digits, however small', () => {
  for (const servers of [1, 2, 7, 40, 250])
    for (const load of [0.2, 0.8, 0.98, 1, 1.2, 2])
      for (const patience_s of [1, 45, 180, 7_200])
        for (const places of [undefined, servers, servers + 9]) {
          const queue = { servers, load, patience_s, ...(places !== undefined && { places }) }
          const exact = exactQueue({
            servers,
            arrivals_per_s: (servers * load) / 180,
            service_s: 180,
            patience_s,
            ...(places !== undefined && { places }),
          })
          const met = settle(room(queue))
          close(met.waits, exact.waits, 1e-12)
          close(met.blocked, exact.blocked, 1e-12)
          close(met.gives_up, exact.gives_up, 1e-12)
          close(met.answered_wait_s + met.given_up_wait_s, exact.mean_wait_s, 1e-12)
          close(met.mean_waiting, exact.mean_waiting, 1e-12)
        }
})

test('the oracle itself counts in whole numbers', () => {
  close(numberOf(over(times(bigOf(0.1), bigOf(3)), bigOf(1e-300))), 3e299, 1e-15)
  assert.equal(exactQueue({ servers: 1, arrivals_per_s: 1, service_s: 1, patience_s: 1, places: 1 }).blocked, 0.5)
  close(exactQueue({ servers: 3, arrivals_per_s: 2, service_s: 1, patience_s: Number.POSITIVE_INFINITY, places: 5 }).blocked, 16 / 18 / (1 + 2 + 2 + 4 / 3 + 8 / 9 + 16 / 27) * (2 / 3), 1e-15) // prettier-ignore
})

// Offered erlangs at which so many trunks block 1 % and 2 %, as every table of Erlang B prints them.
test('Erlang B is the printed table', () => {
  const table: [number, number, number][] = [[1, 0.01, 0.0101], [5, 0.01, 1.361], [10, 0.01, 4.461], [20, 0.01, 12.03], [50, 0.01, 37.9], [100, 0.01, 84.06], [10, 0.02, 5.084], [30, 0.02, 21.93]] // prettier-ignore
  for (const [trunks, blocked, offered] of table) close(erlangB(trunks, offered), blocked, 4e-3)
})

// Garnett, Mandelbaum & Reiman, "Designing a call center with impatient customers" (2002), table 1: 48 calls a minute of a minute each, 50 agents, 2 minutes of patience.
test('fifty agents with and without patience are those of the paper', () => {
  const queue = { servers: 50, arrivals_per_s: 48 / 60, service_s: 60 }
  const patient = erlangC(queue)
  assert.equal(patient.mean_wait_s.toFixed(1), '20.8')
  assert.equal(waitQuantile(queue, 0.9).toFixed(1), '58.1')
  assert.equal(patient.mean_waiting.toFixed(0), '17')
  const impatient = erlangA({ ...queue, patience_s: 120 })
  assert.equal((100 * impatient.gives_up).toFixed(1), '3.1')
  assert.equal(impatient.mean_wait_s.toFixed(1), '3.7')
  assert.equal(impatient.mean_waiting.toFixed(0), '3')
  assert.equal((100 * impatient.occupancy).toFixed(0), '93')
})

const queues = fc.record({
  servers: fc.integer({ min: 1, max: 150 }),
  load: fc.double({ min: 0.05, max: 2, noNaN: true }),
  patience_s: fc.double({ min: 0.5, max: 20_000, noNaN: true }),
})

test('one more agent, one caller fewer or people in less of a hurry never lose more of them', () => {
  fc.assert(
    fc.property(queues, (queue) => {
      const met = settle(room(queue))
      const more = settle({ ...room(queue), slots: queue.servers + 1 })
      const fewer = settle({ ...room(queue), arrivals_per_s: room(queue).arrivals_per_s * 0.97 })
      const calmer = settle({ ...room(queue), patience_s: queue.patience_s * 1.05 })
      for (const better of [more, fewer, calmer]) assert.ok(better.gives_up <= met.gives_up * (1 + 1e-12))
      for (const better of [more, fewer]) {
        assert.ok(better.waits <= met.waits * (1 + 1e-12))
        assert.ok(fatesWithin(better, 20).answered >= fatesWithin(met, 20).answered - 1e-12)
      }
      assert.ok(calmer.waits >= met.waits * (1 - 1e-12), 'who stays longer is in the way longer')
    }),
    { numRuns: 200 },
  )
})

test('who comes is answered, gives up or still waits, and in the end answered or gone; the wait of a share is waited by that share', () => {
  fc.assert(
    fc.property(
      queues,
      fc.double({ min: 0, max: 3_000, noNaN: true }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (queue, t, share) => {
        const met = settle(room(queue))
        const { answered, gave_up, still_waits } = fatesWithin(met, t)
        assert.ok(answered >= 0 && gave_up >= 0 && still_waits >= 0 && Math.abs(answered + gave_up + still_waits - 1) < 1e-10)
        close(met.answered + met.gives_up, 1, 1e-10)
        close(fatesWithin(met, 1e7).answered, met.answered, 1e-9)
        const wait = answeredWaitQuantile(met, share) ?? Number.NaN
        if (wait > 0) close(fatesWithin(met, wait).answered, share * met.answered, 1e-8)
        else assert.ok(met.at_once >= share * met.answered * (1 - 1e-12))
      },
    ),
    { numRuns: 200 },
  )
})

test('the more patient, the nearer to Erlang C; in no patience at all it is Erlang B', () => {
  const { waits, mean_wait_s } = erlangC({ servers: 20, arrivals_per_s: 18 / 180, service_s: 180 })
  const calm = settle(room({ servers: 20, load: 0.9, patience_s: 1e9 }))
  close(calm.waits, waits, 1e-5)
  close(calm.answered_wait_s, mean_wait_s, 1e-4)
  close(fatesWithin(calm, 30).answered, answeredWithin({ servers: 20, arrivals_per_s: 0.1, service_s: 180 }, 30), 1e-6)
  close(settle(room({ servers: 20, load: 1.1, patience_s: 1e-6 })).gives_up, erlangB(20, 22), 1e-6)
})

test('a thousand agents, idle or run over, patient for a second or a fortnight, have figures', () => {
  for (const load of [0.01, 0.999, 1, 1.001, 3])
    for (const patience_s of [1, 180, 1e6]) {
      if (load > 2 && patience_s > 1e5) continue // two million would be waiting
      const met = settle(room({ servers: 1_000, load, patience_s }))
      const fate = fatesWithin(met, 20)
      for (const value of [
        met.waits,
        met.gives_up,
        met.answered_wait_s,
        met.given_up_wait_s,
        met.mean_waiting,
        fate.answered,
        fate.gave_up,
      ])
        assert.ok(Number.isFinite(value) && value >= 0)
      close(met.mean_waiting, (met.gives_up * patience_s * 1_000 * load) / 180, 1e-9) // those waiting leave at one rate
    }
  assert.throws(() => settle(room({ servers: 1_000, load: 3, patience_s: 1e7 })), RangeError)
})

test('with nobody there: all turned away, all waiting for ever, or all gone when their patience is', () => {
  const none = { slots: 0, arrivals_per_s: 1, endsPerS: () => 0 }
  assert.equal(settle({ ...none, patience_s: Number.POSITIVE_INFINITY, places: 0 }).blocked, 1)
  assert.equal(settle({ ...none, patience_s: Number.POSITIVE_INFINITY }).stable, false)
  const gone = settle({ ...none, patience_s: 30 })
  assert.equal(gone.answered, 0)
  close(gone.given_up_wait_s, 30, 1e-12)
})

test('the settled state, met by those who come, is what the formulas say of it', () => {
  const queue = room({ servers: 6, load: 0.9, patience_s: 90 })
  const met = settle(queue)
  const shares = [1]
  for (let n = 1; n < 200; n++)
    shares.push(((shares[n - 1] ?? 0) * queue.arrivals_per_s) / (Math.min(n, 6) / 180 + Math.max(0, n - 6) / 90))
  const total = shares.reduce((a, b) => a + b)
  const seen = metIn(
    queue,
    shares.map((share) => share / total),
  )
  close(seen.waits, met.waits)
  close(seen.gives_up, met.gives_up)
  close(fatesWithin(seen, 15).answered, fatesWithin(met, 15).answered)
})

test('a curve of fine steps is the exponential it was cut from; one that never falls is Erlang C', () => {
  const queue = { servers: 12, arrivals_per_s: 1 / 14, service_s: 180 }
  const at_s = Array.from({ length: 4_000 }, (_, i) => i * 0.25 + 0.125)
  const cut = settleByCurve(queue, { at_s, surviving: at_s.map((at) => Math.exp(-(at + 0.125) / 120)) })
  const smooth = settle(room({ servers: 12, load: 180 / 14 / 12, patience_s: 120 }))
  close(cut.gives_up, smooth.gives_up, 1e-5)
  close(cut.answered_wait_s, smooth.answered_wait_s, 1e-5)
  close(cut.fates(20).answered, fatesWithin(smooth, 20).answered, 1e-5)
  close(cut.answered + cut.gives_up, 1)
  const patient = settleByCurve({ ...queue, arrivals_per_s: 0.06 }, { at_s: [60], surviving: [1] })
  close(patient.answered_wait_s, erlangC({ ...queue, arrivals_per_s: 0.06 }).mean_wait_s)
  assert.throws(() => settleByCurve(queue, { at_s: [60], surviving: [1] }), RangeError)
  assert.equal(settleByCurve({ ...queue, servers: 400, arrivals_per_s: 1e-6 }, { at_s: [60], surviving: [0.5] }).at_once, 1)
})

test('several at once: shared evenly three windows work no faster than one, and without slowing they are three', () => {
  assert.deepEqual(
    [0, 1, 2, 3].map((n) => paceOf({}, n)),
    [0, 1, 1, 1],
  )
  const slowed = { work_s: 100, at_once: 3, speeds: [1, 0.8, 0.5] }
  assert.deepEqual(
    [1, 2, 3, 4].map((n) => paceOf(slowed, n)),
    [1, 1.6, 1.5, 2],
  )
  close(sharedEndsPerS(slowed, 2, 3), (1.6 + 1) / 100, 1e-12) // two with one, one with two
})

// Each person's own chats followed: what the even chain leaves out. Solved by sweeping over all ways chats can lie among three people.
test('chats taken for even are close to chats followed person by person', () => {
  const desk = { work_s: 300, at_once: 3, speeds: [1, 0.8, 0.6] }
  const followed = personByPerson(desk, { people: 3, arrivals_per_s: 0.014 })
  const even = settle({
    arrivals_per_s: 0.014,
    slots: 9,
    endsPerS: (n) => sharedEndsPerS(desk, 3, n),
    patience_s: Number.POSITIVE_INFINITY,
    places: 9,
  })
  assert.ok(Math.abs(even.blocked - followed) < 0.01, `${even.blocked}, followed ${followed}`)
  assert.ok(even.blocked <= followed, 'the even chain is the better one')
})

function personByPerson(
  desk: { work_s: number; at_once: number; speeds: number[] },
  { people, arrivals_per_s }: { people: number; arrivals_per_s: number },
): number {
  const states: number[][] = [[]]
  for (let i = 0; i < people; i++)
    states.push(...states.splice(0).flatMap((held) => Array.from({ length: desk.at_once + 1 }, (_, n) => [...held, n])))
  const place = new Map(states.map((held, i) => [held.join(), i]))
  const next = (held: readonly number[], i: number, by: number) =>
    place.get(held.map((n, at) => (at === i ? n + by : n)).join()) ?? 0
  const moves = states.map((held) => {
    const least = Math.min(...held)
    const takes = least < desk.at_once ? [{ to: next(held, held.indexOf(least), 1), rate: arrivals_per_s }] : []
    return [...takes, ...held.flatMap((n, i) => (n > 0 ? [{ to: next(held, i, -1), rate: paceOf(desk, n) / desk.work_s }] : []))]
  })
  const most = Math.max(...moves.map((all) => all.reduce((sum, { rate }) => sum + rate, 0)))
  let shares = states.map(() => 1 / states.length)
  for (let sweep = 0; sweep < 4_000; sweep++) {
    const after = shares.slice()
    for (const [i, all] of moves.entries()) for (const { to, rate } of all) { const flow = ((shares[i] ?? 0) * rate) / most; after[i] = (after[i] ?? 0) - flow; after[to] = (after[to] ?? 0) + flow } // prettier-ignore
    shares = after
  }
  return shares.at(-1) ?? 0 // everybody has all they can hold
}
