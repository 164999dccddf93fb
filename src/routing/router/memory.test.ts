import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TenantId } from '#base/contract'
import { forget, recall, remember, type Remembered } from './memory.ts'

const house = (name: string): TenantId => name as TenantId // an id that is a name
const engine = (items: number): Remembered =>
  ({ machine: { people: { list: [] }, state: { items: { size: items } } } }) as unknown as Remembered // no more of it is looked at
const held = (names: readonly string[]): string[] => names.filter((name) => recall(house(name)))

test('two hundred houses are held, the one stepped longest ago goes first; of large ones fewer, and the one at hand always', () => {
  const names = Array.from({ length: 205 }, (_, n) => `h${n}`)
  for (const name of names) remember(house(name), engine(10))
  remember(house('h5'), engine(10))
  remember(house('h205'), engine(10))
  assert.deepEqual([held(names).length, held(['h5', 'h6', 'h205'])], [199, ['h5', 'h205']])
  remember(house('large'), engine(99_000))
  assert.ok(held(names).length < 10, 'a large house takes the place of many')
  remember(house('huge'), engine(1_000_000))
  assert.deepEqual(held([...names, 'large', 'huge']), ['huge'])
  forget(house('huge'))
  for (const name of names.slice(0, 50)) remember(house(name), engine(10))
  assert.equal(held(names).length, 50, 'what was forgotten weighs nothing')
  for (const name of names) forget(house(name))
})
