import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#base/id'
import { testHouse } from '#base/test-database'
import { find, put } from './index.ts'

const odd = fc.string({ unit: fc.oneof(fc.constantFrom('\'', '\\', ':', '*', '&', '|', '!', '(', ')', '<', '>', '-', '"', ' ', '@', '.', '0', 'a', 'é', '«', '\0', '\ud800'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })), maxLength: 60 }) // prettier-ignore

test('whatever is typed is answered', async () => {
  const house = await testHouse()
  await house.work((work) => put(work, { kind: 'case', id: newId(work.now), title: 'a', text: 'aéa 00 a@a.a', at: work.now }))
  await fc.assert(
    fc.asyncProperty(odd, async (words) => void (await house.work((work) => find(work, { words, limit: 5 })))),
    { numRuns: 300 },
  )
})

test('whatever was written can be put and found again by any of its words', async () => {
  const house = await testHouse()
  await fc.assert(
    fc.asyncProperty(odd, async (text) => {
      const id = newId<'document'>(house.clock.now())
      await house.work((work) =>
        put(work, { kind: 'case', id, title: text, text: `${text} ${id.replaceAll('-', '')}`, at: work.now }),
      )
      const hits = await house.work((work) => find(work, { words: `${id.replaceAll('-', '')} `, limit: 5 }))
      assert.deepEqual(
        hits.map((hit) => hit.id),
        [id],
      )
    }),
    { numRuns: 100 },
  )
})

test('a letter of a million different words is taken, and costs no more than its share', async () => {
  const house = await testHouse()
  const text = `first ${Array.from({ length: 200_000 }, (_, i) => `mot${i.toString(36)}`).join(' ')}`
  await house.work((work) => put(work, { kind: 'case', id: newId(work.now), title: 'long', text, at: work.now }))
  assert.equal((await house.work((work) => find(work, { words: 'first long ', limit: 5 }))).length, 1)
})

test('ten writers at once, on the same words, neither wait for each other in circles nor lose a count', async () => {
  const house = await testHouse()
  const words = Array.from({ length: 200 }, (_, i) => `mot${String.fromCodePoint(97 + (i % 26), 97 + Math.floor(i / 26))}`)
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      house.work((work) =>
        put(work, {
          kind: 'case',
          id: newId(work.now),
          title: '',
          text: (i % 2 ? words : words.toReversed()).join(' '),
          at: work.now,
        }),
      ),
    ),
  )
  assert.equal((await house.work((work) => find(work, { words: 'motab motcd ', limit: 50 }))).length, 10)
})
