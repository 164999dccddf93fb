import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextStep } from './next-step.ts'
import { planOfTheHouse } from './rules/plan.ts'
import { fill, toneByHand } from './rules/tones.ts'

const at = (text: string) => Temporal.Instant.from(text)
const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_minute: 540, closes_minute: 1080 }))
const hours = { zone: 'Europe/Paris', weekly: WEEK, exceptions: [], holidays: 'FR' as const, good_friday: false }
const facts = { hours, begun_at: at('2026-11-24T08:00:00Z'), due_at: at('2026-11-25T16:00:00Z'), isOutside: true }
const FRESH = { step: 0, last_at: null }

test('before it is due, after, and above: in the working hours of whoever is asked', () => {
  const steps = planOfTheHouse.steps
  assert.deepEqual(nextStep(steps, facts, FRESH), { step: 0, tone: 'polite', at: at('2026-11-25T14:00:00Z') })
  assert.deepEqual(nextStep(steps, facts, { step: 1, last_at: null }), { step: 1, tone: 'firm', at: at('2026-11-26T08:00:00Z') })
  assert.deepEqual(nextStep(steps, facts, { step: 2, last_at: null }), {
    step: 2,
    tone: 'manager',
    at: at('2026-11-26T15:00:00Z'),
  })
  assert.equal(nextStep(steps, facts, { step: 3, last_at: null }), null)
})

test('a colleague is reminded before the due moment by the task itself, not by the chase', () => {
  assert.equal(nextStep(planOfTheHouse.steps, { ...facts, isOutside: false }, FRESH)?.tone, 'firm')
})

test('of what was asked a moment ago nobody is reminded at once: half of the time there is comes first', () => {
  const short = { ...facts, begun_at: at('2026-11-25T15:00:00Z') }
  assert.deepEqual(nextStep(planOfTheHouse.steps, short, FRESH)?.at, at('2026-11-25T15:30:00Z'))
})

test('two reminders by themselves are an hour of work apart, however long the house stood still', () => {
  const last_at = at('2026-11-30T16:30:00Z') // a Monday, half an hour before closing
  assert.deepEqual(nextStep(planOfTheHouse.steps, facts, { step: 2, last_at })?.at, at('2026-12-01T08:30:00Z'))
})

test('a public holiday is nobody’s working day, and a clock put back costs no hour', () => {
  const christmas = { ...facts, begun_at: at('2026-12-23T08:00:00Z'), due_at: at('2026-12-24T17:00:00Z') }
  assert.deepEqual(nextStep(planOfTheHouse.steps, christmas, { step: 1, last_at: null })?.at, at('2026-12-28T09:00:00Z'))
  const october = { ...facts, begun_at: at('2026-10-22T07:00:00Z'), due_at: at('2026-10-23T15:30:00Z') } // the Friday before summer time ends
  assert.deepEqual(nextStep(planOfTheHouse.steps, october, { step: 1, last_at: null })?.at, at('2026-10-26T08:30:00Z'))
})

test('by hand the tones follow each other, and nobody above means firm again', () => {
  assert.deepEqual([[], ['polite'], ['firm'], ['manager']].map((used) => toneByHand(used as never, true)), ['polite', 'firm', 'manager', 'manager']) // prettier-ignore
  assert.equal(toneByHand(['firm'], false), 'firm')
  assert.equal(fill('À {name}, {unknown} le {when}.', { name: 'Paul', when: 'mardi' }), 'À Paul, le mardi.')
})
