import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Screen } from '../rooms.tsx'
import { onShelves } from './on-shelves.ts'
import { shelved } from './shelved.ts'
import { shelves } from './shelves.ts'

const screen = (path: string) => ({ path, place: 'house' }) as Screen // the rest of a page is not looked at

test('a page stands on its shelf, in the order of the shelf, and shelves without a page are not shown', () => {
  const filled = onShelves([screen('/keys'), screen('/widgets'), screen('/brands')])
  assert.deepEqual(
    filled.map(({ title, pages }) => [title.en, ...pages.map((each) => each.screen.path)]),
    [
      ['Doors', '/brands', '/widgets'],
      ['Safety', '/keys'],
    ],
  )
})

test('a page that nobody put on a shelf is not lost', () => {
  assert.deepEqual(
    onShelves([screen('/new')]).map(({ title, pages }) => [title.en, pages[0]?.screen.path]),
    [['Other settings', '/new']],
  )
})

test('the settings of a page are in the house, and only there; the page itself and what lies beneath it are not', () => {
  const pages: Pick<Screen, 'path' | 'place'>[] = [screen('/planning/settings'), { path: '/planning', place: 'team' }]
  const here = ['/planning/settings', '/planning/settings/laws', '/planning', '/planning/2', '/planning/settingsx']
  assert.deepEqual(here.map((path) => shelved(pages, path)), [true, true, false, false, false])
}) // prettier-ignore

test('no page is promised twice', () => {
  const paths = shelves.flatMap(({ pages }) => pages.map(({ path }) => path))
  assert.deepEqual(paths, [...new Set(paths)])
})

test('what a shelf promises is a page of the desk, and every page of the house stands on one', async () => {
  const lists = await Promise.all(
    ['house', 'together'].map((name) => readFile(`${import.meta.dirname}/../rooms/${name}.tsx`, 'utf8')),
  )
  const ofTheHouse = [...lists.join('').matchAll(/path: '([^']+)',[^{}]*?place: '(\w+)'/gs)]
    .filter(([, , place]) => place === 'house')
    .map(([, path]) => path)
  const onAShelf = shelves.flatMap(({ pages }) => pages.map(({ path }) => path))
  assert.ok(ofTheHouse.length > 10)
  assert.deepEqual(new Set(onAShelf), new Set(ofTheHouse))
})
