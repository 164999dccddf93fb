import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#base/id'
import type { PersonId } from '#base/contract'
import type { ShiftId } from './contract.ts'
import { kindsOf, presentByKind, presentIn, type Counting } from './rules/counted.ts'
import { shownActivities, type Drawn, type DrawnShift } from './rules/drawn.ts'
import { effectIn } from './rules/effect-in.ts'
import { retimed } from './rules/retime.ts'
import { levelsIn, standingOf } from './rules/standing.ts'
import { barOf } from './screens/planning/grid/bars.ts'
import { coveredOf, feltBy } from './screens/planning/grid/coverage.ts'
import { liftedBy, turnOf, type Lift } from './screens/planning/grid/lift.ts'

const house = fc.integer({ min: 1, max: 5 }).chain((groups) =>
  fc.record({
    groups: fc.constant(groups),
    kinds: fc.array(fc.record({ serves: fc.subarray([...Array(groups).keys()], { minLength: 1 }), here: fc.integer({ min: 0, max: 24 }) }), { minLength: 1, maxLength: 6 }),
    need: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: groups, maxLength: groups }),
  }),
) // prettier-ignore

test('who serves two groups stands at one: as many stand as came, and no other way to stand leaves fewer missing', () => {
  fc.assert(
    fc.property(house, ({ groups, kinds, need }) => {
      const here = kinds.map((kind) => kind.here / 2)
      const levels = [...standingOf(kinds.map(({ serves }) => serves), groups)(here, need)] // prettier-ignore
      assert.ok(Math.abs(sum(levels) - sum(here)) < 1e-6)
      const missing = sum(need.map((wanted, group) => Math.max(0, wanted - levels[group]!)))
      // By any set of groups, no more can be covered than it needs, and elsewhere no more than can stand there (largest flow, smallest cut).
      const cuts = Array.from({ length: 2 ** groups }, (_, set) => {
        const inside = (group: number): boolean => (set & (1 << group)) !== 0
        return sum(need.filter((_, group) => inside(group))) + sum(here.filter((_, kind) => kinds[kind]!.serves.some((group) => !inside(group))))
      })
      assert.ok(Math.abs(sum(need) - missing - Math.min(...cuts)) < 1e-3, JSON.stringify({ levels, missing }))
    }),
    { numRuns: 200 },
  )
}) // prettier-ignore

const centre = fc.record({
  kinds: fc.array(fc.uniqueArray(fc.nat(39), { minLength: 1, maxLength: 5 }), { minLength: 60, maxLength: 80 }),
  here: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 80, maxLength: 80 }),
  need: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 40, maxLength: 40 }),
})

test('in a centre of forty groups and eighty kinds of people nobody stands where a larger share is met while they could stand where a smaller one is', () => {
  fc.assert(
    fc.property(centre, ({ kinds, here, need }) => {
      const levels = [...standingOf(kinds, 40)(here, need)]
      const share = levels.map((people, group) => people / need[group]!)
      assert.ok(Math.abs(sum(levels) - sum(kinds.map((_, kind) => here[kind]!))) < 1e-6)
      for (const least of share) {
        // Better served than this: exactly those stand there who serve nothing else.
        const above = (group: number): boolean => share[group]! > least + 1e-6
        const bound = sum(kinds.map((serves, kind) => (serves.every(above) ? here[kind]! : 0)))
        assert.ok(Math.abs(sum(levels.filter((_, group) => above(group))) - bound) < 1e-3)
      }
    }),
    { numRuns: 30 },
  )
})

test('of two groups both too small the same share is missing, and a group without need takes nobody who is needed', () => {
  assert.deepEqual(levelsIn({ kinds: [[0, 1]], needs: [[6], [3]] }, [[6]], { first: 0, end: 1 }), [[4], [2]])
  assert.deepEqual(levelsIn({ kinds: [[0, 1], [1]], needs: [[6], []] }, [[4], [1]], { first: 0, end: 1 }), [[4], [1]]) // prettier-ignore
})

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const DAY = '2026-11-23'
const begins = Temporal.Instant.from('2026-11-22T23:00:00Z') // midnight in Paris
const people = ['a', 'b', 'c', 'd'].map((id) => id as PersonId) // nobody looks them up
const iso = (minute: number): string => begins.add({ minutes: minute }).toString()
const minute = (from: number, to: number) => fc.integer({ min: from / 5, max: to / 5 }).map((five) => five * 5)

const shift = fc.record({
  person: fc.option(fc.constantFrom(...people.slice(0, 3)), { freq: 8 }),
  from: minute(360, 720), length: minute(240, 600), lunch: minute(60, 150), meeting: fc.boolean(),
}).map(({ person, from, length, lunch, meeting }): DrawnShift => ({
  id: newId<'shift'>(begins), version: 1, person, day: DAY, starts_at: iso(from), ends_at: iso(from + length), pattern: null, site: null, note: '', locked: false,
  activities: [
    { id: 'l', kind: 'lunch', name: '', from_min: lunch, to_min: lunch + 45, gathering: null },
    ...(meeting ? [{ id: 'm', kind: 'project' as const, name: '', from_min: lunch + 50, to_min: lunch + 80, gathering: null }] : []),
  ],
})) // prettier-ignore

const plan = fc.record({
  shifts: fc.uniqueArray(shift, { minLength: 1, maxLength: 4, selector: ({ person }) => person }), // nobody is there twice
  elsewhere: shift.map((each) => ({ ...each, person: people[3]! })),
  members: fc.array(fc.subarray(people, { minLength: 1 }), { minLength: 1, maxLength: 4 }),
  needs: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 96, maxLength: 96 }), { minLength: 4, maxLength: 4 }),
  away: fc.record({ person: fc.constantFrom(...people), from: minute(420, 900), length: minute(30, 300) }),
  grip: fc.constantFrom('move' as const, 'start' as const, 'end' as const),
  steps: fc.array(fc.record({ by: fc.integer({ min: -12, max: 12 }), to: fc.constantFrom(...people.slice(0, 3)) }), { minLength: 1, maxLength: 4 }),
}) // prettier-ignore

test('what a drag does to the need is the same while it is dragged and as the plan answers it, whoever serves what and whoever is away', () => {
  fc.assert(
    fc.property(plan, ({ shifts, elsewhere, members, needs, away, grip, steps }) => {
      const grid = { from_ms: begins.epochMilliseconds, interval_min: 15, count: 96 }
      const at = begins.epochMilliseconds + away.from * 60_000
      const absent = { from_ms: at, to_ms: at + away.length * 60_000 }
      const kinds = kindsOf(members.map((those) => new Set<string>(those)))
      const cover: Counting = { ...kinds, needs: needs.slice(0, members.length), grid, away: new Map([[away.person, [absent]]]), elsewhere: [elsewhere] }
      const here = presentByKind(cover, { ...cover, shifts: [elsewhere, ...shifts] })
      const levels = presentIn(cover, shifts)
      const groups = members.map((_, nth) => ({ group: String(nth), label: '', need: cover.needs[nth]! }))
      const covered = coveredOf({
        from: begins.toString(), interval_min: 15, beside: [], kind_of: Object.fromEntries(cover.kindOf),
        groups: groups.map((group, nth) => ({ ...group, need: [...group.need], present: levels[nth]! })),
        kinds: cover.kinds.map((serves, kind) => ({ serves: [...serves], present: here[kind]! })),
      })
      const lasting = { from: absent.from_ms, to: absent.to_ms }
      const awayOf = (person: string) => (person === away.person ? [lasting] : [])
      const bar = asBar(shifts[0]!, awayOf)
      let lift: Lift = { grip, part: null, bars: [{ before: bar, after: bar }], byKeys: false, row: 0, tried: null, felt: null }
      for (const { by, to } of [...steps, ...steps.toReversed()]) { // and back: what was counted on the way is met again
        lift = liftedBy(lift, () => by * 900_000, shifts.some(({ person }) => person === to) ? undefined : to)
        const after = drawnAfter(shifts[0]!, lift.bars[0]!.after)
        if (!after) continue // refused: a meeting would lie outside
        const felt = feltBy(covered, lift.bars, awayOf)
        const effect = effectIn({ ...cover, groups }, shifts, [{ shift: shifts[0]!.id, before: shifts[0]!, after }])
        const told = turnOf(effect)
        assert.ok(Math.abs(told.less - felt.less) < 0.02 && Math.abs(told.more - felt.more) < 0.02, JSON.stringify({ told, felt: { less: felt.less, more: felt.more } }))
        for (const { group, from, after: there } of effect) {
          const first = (Date.parse(from) - grid.from_ms) / 900_000
          for (const [nth, level] of there.entries()) assert.ok(Math.abs(level - felt.present.get(group)![first + nth]!) < 0.002)
        }
      }
    }),
    { numRuns: 100 },
  )
}) // prettier-ignore

type AwayOf = (person: string) => { from: number; to: number }[]
const asBar = (drawn: DrawnShift, awayOf: AwayOf) => ({
  ...barOf({ ...drawn, plan: newId(begins), activities: shownActivities(drawn), away: [], published: 'no' }),
  away: drawn.person === null ? [] : awayOf(drawn.person),
})

// As the plan would have it: the same wish, by its own rule.
function drawnAfter(before: DrawnShift, { from, to, person }: { from: number; to: number; person: string | null }): (Drawn & { id: ShiftId }) | null {
  const hours = { starts_at: new Date(from).toISOString(), ends_at: new Date(to).toISOString() }
  const activities = retimed(before, hours)
  return activities && { ...before, ...hours, activities, person: person as PersonId | null } // an id of the people above
} // prettier-ignore

test('whoever stands in two plans at once is there once', () => {
  const cover = { kinds: [[0]], kindOf: new Map([['a', 0]]) }
  const [from, to] = [iso(540), iso(600)]
  const one = { person: 'a', starts_at: from, ends_at: to, activities: [] }
  const grid = { from_ms: begins.epochMilliseconds, interval_min: 30, count: 48 }
  const there = presentByKind(cover, { shifts: [one, { ...one, starts_at: iso(570), ends_at: iso(630) }], away: new Map(), grid })
  assert.deepEqual(there[0]?.slice(17, 22), [0, 1, 1, 1, 0])
})
