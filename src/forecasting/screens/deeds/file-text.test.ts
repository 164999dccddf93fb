import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginningOf, textOf } from './file-text.ts'

test('a sheet saved as Windows did, as UTF-16 or as UTF-8 is the same text', () => {
  const text = 'Créneau;Appels reçus\n'
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  const utf16 = Uint8Array.from([0xff, 0xfe, ...codes.flatMap((code) => [code & 255, code >> 8])])
  assert.equal(textOf(Uint8Array.from(codes)), text)
  assert.equal(textOf(utf16), text)
  assert.equal(textOf(new TextEncoder().encode(text)), text)
})

test('of a long file its beginning is looked at, and whole lines from all over the rest', () => {
  const line = (i: number) => `${String(1 + (i % 28)).padStart(2, '0')}/${i > 20_000 ? '02' : '01'}/2026 09:00;4`
  const text = `at;n\n${Array.from({ length: 40_000 }, (_, i) => line(i)).join('\n')}\n`
  const { text: begun, sample = '' } = beginningOf(text)
  assert.ok(begun.length <= 400_000 && text.startsWith(begun) && begun.endsWith('4'))
  assert.ok(sample.split('\n').every((each) => /^\d\d\/\d\d\/2026 09:00;4$/.test(each)))
  assert.ok(sample.includes('/02/2026') && sample.length < 250_000)
  assert.deepEqual(beginningOf('at;n\n1;2'), { text: 'at;n\n1;2' })
})
