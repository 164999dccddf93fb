import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { serveByDueDate } from './by-due-date.ts'
import { peopleForDueWork, type DueWork } from './due-work.ts'

const hour = 3_600
const ask = (work: DueWork[], more: object = {}) => peopleForDueWork({ intervals: 8, interval_s: hour, work, ...more })

test('work of eight hours due at the end of the day is one person all day, not eight at its end', () => {
  assert.deepEqual(ask([{ from: 0, due: 8, work_s: 8 * hour }]).agents, [1, 1, 1, 1, 1, 1, 1, 1])
})

test('what is due early is done early, and no more people come than its date asks for', () => {
  const { agents, even } = ask([
    { from: 0, due: 2, work_s: 6 * hour },
    { from: 0, due: 8, work_s: 3 * hour },
  ])
  assert.deepEqual(even.slice(0, 2), [3, 3])
  assert.deepEqual(even.slice(2), [0.5, 0.5, 0.5, 0.5, 0.5, 0.5])
  assert.deepEqual(agents.slice(0, 2), [3, 3])
  assert.equal(
    agents.reduce((a, b) => a + b),
    9,
    'nine hours of work, nine hours of people',
  )
})

test('nobody works while closed, and what falls due in the night is late until the doors open', () => {
  const open = [true, true, false, false, false, true, true, true]
  const { agents, late_s } = ask([{ from: 2, due: 4, work_s: hour }], { open })
  assert.deepEqual(agents, [0, 0, 0, 0, 0, 1, 0, 0])
  assert.deepEqual(late_s, [0, 0, 0, hour, hour, 0, 0, 0])
})

test('time left over by those who wait is used before anybody else comes', () => {
  const free_s = [hour, hour, 0, 0, 0, 0, 0, 0]
  assert.deepEqual(ask([{ from: 0, due: 2, work_s: 2 * hour }], { free_s }).agents, [0, 0, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(ask([{ from: 0, due: 2, work_s: 3 * hour }], { free_s }).even.slice(0, 2), [0.5, 0.5])
})

const works = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 7 }),
    takes: fc.integer({ min: 1, max: 8 }),
    work_s: fc.integer({ min: 1, max: 20_000 }),
  }),
  { maxLength: 10 },
)

test('every due date holds, and with one person less anywhere one would not', () => {
  fc.assert(
    fc.property(works, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (list, open) => {
      const work = list.map(({ from, takes, work_s }) => ({ from, due: Math.min(8, from + takes), work_s }))
      const { agents, late_s, even } = ask(work, { open })
      agents.forEach((people, i) => assert.ok(open[i] || people === 0, 'somebody works while it is closed'))
      if (late_s.some((late) => late > 0) || !open[7]) return
      const kept = (some: number[]) =>
        serveByDueDate(
          work,
          some.map((people) => people * hour),
        ).kept
      assert.ok(kept(agents))
      assert.ok(
        serveByDueDate(
          work,
          even.map((people) => people * hour + 1e-3),
        ).kept,
      )
      agents.forEach((people, i) => assert.ok(people === 0 || !kept(agents.map((each, at) => (at === i ? each - 1 : each)))))
    }),
    { numRuns: 300 },
  )
})

test('no staffing has a lower highest interval: some stretch has that much work of its own', () => {
  fc.assert(
    fc.property(works, (list) => {
      const work = list.map(({ from, takes, work_s }) => ({ from, due: Math.min(8, from + takes), work_s }))
      const { even } = ask(work)
      let most = 0
      for (let s = 0; s < 8; s++)
        for (let d = s + 1; d <= 8; d++) {
          const own = work.filter(({ from, due }) => from >= s && due <= d).reduce((sum, { work_s }) => sum + work_s, 0)
          most = Math.max(most, own / ((d - s) * hour))
        }
      assert.ok(Math.abs(Math.max(0, ...even) - most) < 1e-9)
    }),
    { numRuns: 300 },
  )
})
