import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contrast, grounds, themeOf } from './colour.ts'

const brands = [
  '#3b5bdb',
  '#ffffff',
  '#000000',
  '#ffee00',
  '#c0ffee',
  '#ff0000',
  '#0e6063',
  '#777777',
  '#101010',
  '#f5f2ea',
  '#7f00ff',
]

for (const light of [true, false])
  for (const brand of brands)
    test(`${brand} is readable on a ${light ? 'light' : 'dark'} page`, () => {
      const { fill, onFill, ink, soft } = themeOf(brand, light)
      assert.ok(contrast(onFill, fill) >= 4.5, `${onFill} on ${fill}`)
      for (const ground of [...grounds[light ? 'light' : 'dark'], soft])
        assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`)
      for (const ground of grounds[light ? 'light' : 'dark']) assert.ok(contrast(fill, ground) >= 3, `${fill} on ${ground}`)
    })

test('a colour that can be read as it is stays as it is', () => {
  assert.equal(themeOf('#3b5bdb', true).fill, '#3b5bdb')
  assert.equal(contrast('#000000', '#ffffff'), 21)
})
