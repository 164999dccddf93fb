import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plannedDay, plannedInstant, rowVersion } from './contract.ts'

test('days and instants somebody writes are of years that databases and clocks agree on', () => {
  const takes = (text: string): boolean =>
    plannedDay().safeParse(text).success && plannedInstant().safeParse(`${text}T08:00:00Z`).success
  assert.deepEqual(['1998-05-01', '2028-02-29', '2199-12-31'].map(takes), [true, true, true])
  assert.deepEqual(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'].map(takes), Array(5).fill(false))
})

test('a version no row can have is no version, rather than an error of the database', () => {
  const takes = (given: unknown): boolean => rowVersion().safeParse(given).success
  assert.deepEqual([0, '1', 2_147_483_647].map(takes), [true, true, true])
  assert.deepEqual([-1, 1.5, 2_147_483_648, Number.MAX_SAFE_INTEGER, 1e308, 'NaN', ''].map(takes), [
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ])
})
