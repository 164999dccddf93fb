// What the page's script does by itself must be what the server does.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { prove as proveHere } from '#channels'
import { shownFields, type Answers, type Show } from '#channels/contract'

type Scripts = {
  shownFields(fields: readonly { id: string; show: Show | null }[], answers: Answers): Set<string>
  hash(text: string): number[]
  prove(stamp: string, bits: number): string
}
const assets = new URL('../assets/', import.meta.url)
const scripts = {
  ...(await import(new URL('form-conditions.js', assets).href)),
  ...(await import(new URL('form-proof.js', assets).href)),
} as Scripts // plain JavaScript, for browsers

const ids = ['a', 'b', 'c', 'd', 'constructor']
const condition = fc.record({ field: fc.constantFrom(...ids, 'gone'), test: fc.constantFrom('is' as const, 'contains' as const, 'answered' as const), value: fc.constantFrom('', 'x', 'X y', 'é') }) // prettier-ignore
const show = fc.option(fc.record({ when: fc.constantFrom('all' as const, 'any' as const), conditions: fc.array(condition, { minLength: 1, maxLength: 3 }) })) // prettier-ignore
const fields = fc.tuple(...ids.map((id) => show.map((each) => ({ id, show: each }))))
const answers = fc.dictionary(fc.constantFrom(...ids), fc.array(fc.constantFrom('', ' ', 'x', 'x y', 'É'), { maxLength: 3 }))

test('the page shows the fields that the server asks, whatever the conditions, circles too', () => {
  fc.assert(
    fc.property(fields, answers, (drawn, given) => {
      assert.deepEqual([...scripts.shownFields(drawn, given)], [...shownFields(drawn, given)])
    }),
    { numRuns: 2_000 },
  )
})

test('the page’s SHA-256 is SHA-256, for any length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 300 }), (text) => {
      const words = createHash('sha256').update(text).digest()
      assert.deepEqual(scripts.hash(text).map((word) => word >>> 0), Array.from({ length: 8 }, (_, at) => words.readUInt32BE(at * 4))) // prettier-ignore
    }),
  )
})

test('the work the page does is the work the server finds', () => {
  assert.equal(scripts.prove('a-stamp', 12), proveHere('a-stamp', 12))
})
