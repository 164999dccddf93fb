import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { setupShape, type SetupDocument } from '../contract/document.ts'
import { misspelt } from '../rules/spelling.ts'
import { shipped } from './all.ts'

test('every file of data is offered, and holds together', () => {
  assert.equal(readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json')).length, shipped.length)
  for (const document of shipped) assert.deepEqual(misspelt(document), [], document.id)
})

test('a document that speaks of what it does not hold is noticed', () => {
  const [document] = shipped as [SetupDocument]
  const broken = { ...document, reasons: document.reasons.slice(1), fields: [...document.fields, document.fields[0]!] }
  const noticed = misspelt(setupShape.parse(broken))
  assert.ok(noticed.some((each) => each.startsWith('procedures.')) && noticed.includes(`fields.${document.fields[0]!.key}`), noticed.join())
})

// In French, what stands before : ; ! ? and inside « » is a narrow space that never breaks; an apostrophe is a curled one in both languages.
const sayings = (value: unknown, path: string): { path: string; text: string }[] =>
  typeof value === 'string'
    ? [{ path, text: value }]
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, each]) => sayings(each, `${path}.${name}`))
      : []
test('the words of the set-ups are set as they should be', () => {
  for (const document of shipped)
    for (const { path, text } of sayings(document, document.id)) {
      if (path.endsWith('.fr')) assert.doesNotMatch(text, / [:;!?»]|« /, path)
      if (/\.(fr|en)$/.test(path)) assert.doesNotMatch(text.replaceAll(/<[^>]*>/g, ''), /'/, path)
    }
})

test('French and English say as much, and a template says nothing in one language that it does not say in the other', () => {
  for (const { id, templates } of shipped)
    for (const { key, html } of templates)
      assert.equal(html.fr.split('</p>').length, html.en.split('</p>').length, `${id}.${key}`)
})
