// WCAG 2.2: contrast of every pair of tokens that meet on screen, in both themes, computed from tokens.css itself.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(`${import.meta.dirname}/tokens.css`, 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
)
const GROUNDS = ['paper', 'surface', 'raised', 'sunken', 'hover']
const hues = Array.from({ length: 8 }, (_, place) => [`hue-${place + 1}-ink`, `hue-${place + 1}-soft`] as const)

// Text, 4.5 : 1 (criterion 1.4.3).
const words: readonly (readonly [front: string, back: string])[] = [
  ...GROUNDS.flatMap((back) => ['ink', 'ink-soft', 'ink-faint'].map((front) => [front, back] as const)),
  ...['paper', 'surface', 'raised'].flatMap((back) => ['accent', 'danger', 'promise-ink'].map((front) => [front, back] as const)),
  ...['accent', 'promise', 'danger'].map((back) => [`on-${back}`, back] as const),
  ...['accent', 'promise', 'danger', 'good', 'info', 'neutral'].map((name) => [`${name}-ink`, `${name}-soft`] as const),
  ['ink', 'accent-soft'],
  ['ink-soft', 'accent-soft'],
  ['paper', 'ink'], // tooltips
  ...hues,
]
// What one must see to use it, 3 : 1 (criterion 1.4.11): edges of fields, the ring of the focus.
const shapes: readonly (readonly [front: string, back: string])[] = [
  ...['paper', 'surface', 'raised', 'sunken'].flatMap((back) => [['edge', back] as const, ['accent', back] as const]),
  ['promise', 'surface'],
  ...['good-mark', 'danger', 'info-ink', 'edge'].map((mark) => [mark, 'surface'] as const), // bars and lines of charts
]

for (const theme of ['light', 'dark'] as const)
  for (const [pairs, floor] of [
    [words, 4.5],
    [shapes, 3],
  ] as const)
    // prettier-ignore
    test(`every pair of the ${theme} theme has a contrast of ${floor} at least`, () => {
      const weak = pairs.map(([front, back]) => ({ front, back, ratio: contrast(colour(front, theme), colour(back, theme)) })).filter(({ ratio }) => ratio < floor)
      assert.deepEqual(weak, [])
    })

test('the measure knows black on white, and two greys too close', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21)
  assert.ok(contrast('#777777', '#ffffff') < 4.5)
})

function colour(name: string, theme: 'light' | 'dark'): string {
  const value = tokens.get(name)?.[theme]
  assert.ok(value, `tokens.css has no colour called ${name}`)
  return value
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return Math.round(((light + 0.05) / (dark + 0.05)) * 100) / 100
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
