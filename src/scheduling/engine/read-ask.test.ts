// What is refused before anything is planned, with the field and the mend.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { askShape } from '../contract/schedule-ask.ts'
import { askTroubles } from './read-ask.ts'

const said = (more: object): string =>
  askTroubles(
    askShape.parse({
      first_day: '2026-11-23',
      needs: [{ rows: [{ from: '09:00', to: '18:00', need: 2 }] }],
      people: [{ name: 'ada' }, { name: 'ben' }],
      ...more,
    }),
  )
    .map(({ path, message }) => `${path}: ${message}`)
    .join('\n')

test('an ask that can be planned has nothing against it', () => {
  assert.equal(said({}), '')
  assert.equal(said({ zone: 'Europe/Paris', first_day: '2026-10-25', days: 1, interval_min: 60, needs: [{ need: Array(25).fill(1) }] }), '') // prettier-ignore
})

const evening = { name: 'evening', start: { from: '15:00', to: '16:00' }, hours: { from: 7, to: 7 } }
const tries: [what: string, more: object, said: RegExp][] = [
  ['a contract beyond the law', { contracts: [{ name: 'x', hours_week: 60 }] }, /^contracts\.0\.hours_week: write 48 or less/],
  ['a lunch for which there is no room', { patterns: [evening] }, /^patterns\.0\.lunch: .*no room for its lunch from 11:00 to 14:30/],
  ['seven hours in one piece', { patterns: [{ ...evening, lunch: 'none', breaks: 'none' }] }, /^patterns\.0\.lunch: .*without the break/],
  ['a shift longer than a day of the law', { patterns: [{ ...evening, start: { from: '08:00', to: '08:00' }, hours: { from: 12, to: 12 } }] }, /^patterns\.0\.hours: /],
  ['no pattern and no contract', { patterns: [], contracts: [] }, /^contracts: write at least one[^]*patterns: write at least one/],
  ['a list of 24 hours for a day of 25', { first_day: '2026-10-25', days: 1, interval_min: 60, needs: [{ need: Array(24).fill(1) }] }, /^needs\.0\.need: write 25 numbers/],
  ['a row without length', { needs: [{ rows: [{ from: '09:00', to: '09:00', need: 1 }] }] }, /^needs\.0\.rows\.0\.to: write another time/],
  ['a row of a day that is not planned', { needs: [{ rows: [{ day: '2027-01-01', from: '09:00', to: '10:00', need: 1 }] }] }, /^needs\.0\.rows\.0\.day: write a day of the plan/],
  ['skills that nobody has together', { people: [{ name: 'ada', skills: ['fr'] }, { name: 'ben', skills: ['en'] }], needs: [{ skills: ['fr', 'en'], rows: [] }] }, /^needs\.0: nobody has all/],
  ['an absence that ends before it begins', { people: [{ name: 'ada', away: [{ from: '2026-12-05', to: '2026-11-20' }] }] }, /^people\.0\.away\.0\.to: /],
  ['a meeting of a stranger', { sessions: [{ name: 'm', people: ['zoe'], minutes: 60 }] }, /^sessions\.0\.people\.0: there is no person “zoe”/],
  ['somebody in two places', { fixed: ['08:00', '10:00'].map((from) => ({ person: 'ada', day: '2026-11-23', starts_at: `2026-11-23T${from}:00Z`, ends_at: '2026-11-23T15:00:00Z', activities: [] })) }, /^fixed\.1\.starts_at: ada works already/],
  ['one called as another of a group', { people: [{ name: 'agent', count: 3 }, { name: 'agent 2' }] }, /^people\.1\.name: /],
] // prettier-ignore

for (const [what, more, sentence] of tries)
  test(`${what} is refused, with what to write instead`, () => assert.match(said(more), sentence))

test('the examples of the documentation can be planned', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../../docs/operate/schedule.md'), 'utf8')
  const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, text = '']) => text)
  assert.ok(examples.length > 1)
  for (const text of examples) assert.deepEqual(askTroubles(askShape.parse(JSON.parse(text))), [])
})
