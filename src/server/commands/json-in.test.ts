// What somebody hands to a command by mistake: each has its sentence, with the line where it is wrong.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { askShape as forecastAsk } from '#forecasting/engine'
import { askShape as scheduleAsk } from '#scheduling/contract'
import { documentOf, held } from './json-in.ts'
import { jsonTrouble } from './json-trouble.ts'
import { tableText } from './read-text.ts'

const place = mkdtempSync(path.join(tmpdir(), 'guichet-json-in-'))
test.after(() => rmSync(place, { recursive: true }))
const written = (name: string, content: string | Uint8Array): string => {
  const file = path.join(place, name)
  writeFileSync(file, content)
  return file
}
const mendOf = (file: string): string => {
  const read = documentOf(file)
  return 'mend' in read ? read.mend : assert.fail('it was taken')
}

test('what is not JSON is told by line and column, with what is there', () => {
  const tries: [string, RegExp][] = [
    ['{"a": 1,\n  "b": NaN}', /^line 2, column 8: NaN stands where a value belongs/],
    ['{"a": 1,\n  "b": 2', /^it ends at line 2, column 9, where a comma or \} belongs$/],
    ['[1, 2,, 3]', /^line 1, column 7: , stands where a value belongs/],
    ['{"a": 1,}', /^line 1, column 9: \} stands where the name of a field belongs/],
    ["{'a': 1}", /^line 1, column 2: 'a': stands where the name/],
    ['{"a": 012}', /^line 1, column 7: 012 stands where a value/],
    ['{"a": 1}}', /^line 1, column 9: \} stands where nothing may follow$/],
    ['{"a": [1}', /^line 1, column 9: \} stands where a comma or \] belongs$/],
    ['{"a": "x', /^line 1, column 7: "x stands where a value belongs/],
    ['{"a" 1}', /^line 1, column 6: 1 stands where : belongs$/],
    ['calls,n\n3,4', /^line 1, column 1: calls stands where a value belongs/],
  ]
  for (const [text, sentence] of tries) assert.match(jsonTrouble(text), sentence, text)
})

test('wherever a text is cut off or spoilt, the place told is not behind that where the parser stumbles', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', 'x', '}', ',', '"', '\\'), (text, cut, spoilt) => {
      const bad = text.slice(0, cut % (text.length + 1)) + spoilt
      let stumbles = ''
      try {
        JSON.parse(bad)
        return
      } catch (error) {
        stumbles = String(error)
      }
      const at = Number(/at position (\d+)/.exec(stumbles)?.[1] ?? bad.length)
      const column = Number(/line 1, column (\d+)/.exec(jsonTrouble(bad))?.[1])
      assert.ok(column >= 1 && column <= at + 1, `${jsonTrouble(bad)} for ${stumbles}`)
    }),
    { numRuns: 300 },
  )
})

test('a document saved as UTF-16, or with a mark at its beginning, is read; other letters are refused, with the line', () => {
  const text = '{"name": "café"}\r\n'
  assert.deepEqual(documentOf(written('16.json', Buffer.from(`\uFEFF${text}`, 'utf16le'))), { written: { name: 'café' } })
  assert.deepEqual(documentOf(written('mark.json', `\uFEFF${text}`)), { written: { name: 'café' } })
  assert.match(
    mendOf(written('latin.json', Buffer.from(`{\n${text}`, 'latin1'))),
    /latin\.json cannot be read: line 2 is not UTF-8: save it as UTF-8$/,
  )
  assert.equal(tableText(written('latin.csv', Buffer.from('reçus;3', 'latin1'))), 'reçus;3')
})

test('what cannot be read, or is too large, says so at once', () => {
  assert.match(mendOf(place), /cannot be read: it is a folder$/)
  assert.match(mendOf(path.join(place, 'none.json')), /cannot be read: there is no such file$/)
  const large = written('large.json', '{}')
  truncateSync(large, 2 ** 31) // sparse: it takes no room
  assert.match(mendOf(large), /cannot be read: it is larger than 500 MB$/)
})

test('where only certain numbers or names may stand they are told', () => {
  const said = (shape: typeof forecastAsk | typeof scheduleAsk, written: object): string[] => {
    const read = held(shape, written)
    return 'fields' in read ? read.fields.map(({ path: at, message }) => `${at}: ${message}`) : []
  }
  const tries: [typeof forecastAsk | typeof scheduleAsk, object, string][] = [
    [forecastAsk, { series: [{ name: 'a' }], interval_min: 7 }, 'interval_min: write 5 or 10 or 15 or 20 or 30 or 60 instead of 7'],
    [forecastAsk, { series: [{ name: 'a' }], opening: { monday: [] } }, 'opening: there is no field “monday” here: write one of mon, tue, wed, thu, fri, sat, sun'],
    [forecastAsk, { series: [{ name: 'a' }], set_aside: [{ from: '-271821-04-20', to: '2026-03-02T08:00' }] }, 'set_aside.0.from: write a moment such as "2026-03-02T08:00:00Z", or "2026-03-02T09:00" by the clocks of the zone'],
    [scheduleAsk, { first_day: '2026-11-23', needs: [{}], people: [{ name: 'a' }], interval_min: 20 }, 'interval_min: write 15 or 30 or 60 instead of 20'],
  ] // prettier-ignore
  for (const [shape, written, sentence] of tries) assert.deepEqual(said(shape, written), [sentence])
})
