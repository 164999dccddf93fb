import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readScenario, scenarioSchema } from './read-scenario.ts'

const kind = { name: 'calls', arrivals: { per_hour: 60 } }
const staff = [{ name: 'agents', count: 3 }]

const wrongs: [string, unknown, RegExp][] = [
  ['nothing at all', {}, /^traffic: is missing/],
  ['a word for a number', { traffic: [{ ...kind, handling: { law: 'gamma', mean_s: 3, cv: 'x' } }], staff }, /^traffic\.0\.handling\.cv: write a number/],
  ['a field misspelt', { traffic: [kind], staff: [{ name: 'a', cuont: 3 }] }, /^staff\.0: there is no field “cuont” here: did you mean “count”/],
  ['a law that is none', { traffic: [{ ...kind, handling: { law: 'exponental', mean_s: 3 } }], staff }, /^traffic\.0\.handling: there is no law “?"?exponental.*did you mean “exponential”\? The laws are .*weibull/],
  ['a negative rate', { traffic: [{ ...kind, arrivals: { per_hour: -1 } }], staff }, /^traffic\.0\.arrivals\.per_hour: write 0 or more/],
  ['a time of day', { traffic: [kind], staff: [{ name: 'a', shifts: [{ from: '8:00', to: '12:00' }] }] }, /“?08:30/],
  ['a queue that is not there', { traffic: [{ ...kind, queue: 'sales' }], staff, queues: [{ name: 'calls' }] }, /^traffic\.0\.queue: there is no queue “sales”: write “calls”/],
  ['a queue of somebody that is not there', { traffic: [kind], staff: [{ name: 'a', queues: ['x'] }] }, /^staff\.0\.queues\.0: there is no queue “x”/],
  ['an overflow to nowhere', { traffic: [kind], staff, queues: [{ name: 'calls', overflow: [{ to: 'x', after_s: 3 }] }] }, /^queues\.0\.overflow\.0\.to/],
  ['two of a name', { traffic: [kind, kind], staff }, /^traffic\.1\.name: two kinds of contact are called “calls”/],
  ['columns of different lengths', { traffic: [{ name: 'c', arrivals: { at_s: [1, 2], handling_s: [3] } }], staff }, /^traffic\.0\.arrivals\.handling_s: write one value for each of the 2/],
  ['a curve that rises', { traffic: [{ ...kind, patience: { law: 'survival', at_s: [1, 2], surviving: [0.2, 0.5] } }], staff }, /^traffic\.0\.patience: write moments that rise/],
  ['a rehearsal without end', { traffic: [{ ...kind, arrivals: { per_hour: 1e7 } }], staff, days: 400, replications: 100 }, /^replications: .* million contacts would be played/],
  ['nothing left to count', { traffic: [kind], staff, warm_up_s: 86_400 }, /^warm_up_s: nothing is left/],
  ['nobody', { traffic: [kind] }, /^staff: write at least one group/],
  ['other staff in a queue that is not there', { traffic: [kind], staff, compare: { staff: [{ name: 'a', queues: ['x'] }] } }, /^compare\.staff\.0\.queues\.0/],
  ['a rulebook that cannot be read', { traffic: [kind], staff, rulebook: { queues: [] } }, /^rulebook\.queues/],
] // prettier-ignore

for (const [what, written, sentence] of wrongs) {
  test(`whoever writes ${what} is told where, and what to write instead`, () => {
    const read = readScenario(written)
    assert.ok('fields' in read, 'it was read')
    const said = read.fields.map(({ path, message }) => `${path}: ${message}`)
    assert.ok(said.some((line) => sentence.test(line)), said.join('\n')) // prettier-ignore
  })
}

test('the schema tells of every field what it is', () => {
  const bare: string[] = []
  const look = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties')
        for (const [name, field] of Object.entries(value as Record<string, Record<string, unknown>>))
          // what `properties` is in a JSON Schema
          if (!('description' in field) && !('$ref' in field) && !('const' in field)) bare.push(`${at}.${name}`)
      look(value, `${at}.${key}`)
    }
  }
  look(scenarioSchema(), 'schema')
  assert.deepEqual(bare, [])
  assert.doesNotMatch(JSON.stringify(scenarioSchema()), /__schema/, 'a definition has no name')
})
