import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, day, hour, moment, near, weekday } from './moments.ts'

const now = Temporal.Instant.from('2026-11-22T22:30:00Z') // 23:30 in Paris
const fr = { zone: 'Europe/Paris', language: 'fr', now } as const
const en = { ...fr, language: 'en' } as const
const at = (text: string) => Temporal.Instant.from(text)

test('a moment is said as one says it, on the wall clock of its place', () => {
  assert.equal(moment(at('2026-11-22T23:30:00Z'), fr), 'demain à 0\u00a0h\u00a030')
  assert.equal(moment(at('2026-11-23T08:00:00Z'), en), 'tomorrow at 09:00')
  assert.equal(day(at('2026-11-21T22:00:00Z'), fr), 'hier')
  assert.equal(day(at('2026-11-26T17:00:00Z'), fr), 'jeudi 26 novembre')
  assert.match(day(at('2027-01-01T11:00:00Z'), en), /^Friday,? 1 January 2027$/)
  assert.equal(hour(at('2026-11-26T17:00:00Z'), fr), '18\u00a0h')
  assert.equal(date(at('2026-12-01T17:00:00Z'), fr), 'le 1er décembre')
  assert.equal(date(at('2026-12-01T17:00:00Z'), en), 'on 1 December')
})

test('what is promised for tomorrow also says which day that is', () => {
  assert.equal(near(at('2026-11-23T08:00:00Z'), fr), 'demain')
  assert.equal(weekday(at('2026-11-23T08:00:00Z'), fr), 'lundi 23 novembre')
  assert.equal(near(at('2026-11-25T08:00:00Z'), fr), undefined)
})
