// `guichet erlang` and `guichet staff` from outside: what goes where, and with which exit code.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { test } from 'node:test'
import { erlangShape, staffShape } from '#staffing/contract'
import { ask } from '#staffing/engine'
import { erlangTable } from './erlang-table.ts'
import { held } from './json-in.ts'
import { percent } from './say-number.ts'
import { erlangReportSchema, erlangSchema, staffReportSchema, staffSchema } from './staffing-schemas.ts'

const main = path.join(import.meta.dirname, '../main.ts')
const guichet = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', input })
  return { status, stdout, stderr }
}

test('a question by standard input has its answer as a table, or all of it as JSON', () => {
  const question = JSON.stringify({
    calls_per_hour: 240,
    handling_s: 180,
    patience_s: 120,
    targets: [{ share: 0.8, within_s: 20 }],
    shrinkage: 0.3,
  })
  const table = guichet(['erlang', '-'], question)
  assert.equal(table.status, 0)
  assert.match(table.stdout, /Erlang A[\s\S]*agents seated +14\n[\s\S]*agents scheduled +20\n[\s\S]*decides/)
  assert.equal(table.stderr, '')
  const { agents, scheduled } = JSON.parse(guichet(['erlang', '-', '--json'], question).stdout) as {
    agents: number
    scheduled: number
  } // as the schema says
  assert.deepEqual([agents, scheduled], [14, 14 / 0.7])
})

test('what is not all is never shown as 100 %, nor what is something as none', () => {
  const told = [0, 1e-9, 0.000_04, 0.0312, 0.5, 0.99, 0.9996, 0.999_999, 1 - 1e-12, 1].map(percent)
  assert.deepEqual(told, ['0 %', '< 0.000001 %', '0.004 %', '3.12 %', '50.0 %', '99.0 %', '99.96 %', '99.9999 %', '> 99.999999 %', '100 %']) // prettier-ignore
})

test('a mixed list of questions fits a terminal of a hundred columns, each row with its name, its people, and what is to be said of it', () => {
  const named = 'a question with a name that would fill half of a line all by itself'
  const asked = ask(
    erlangShape.parse([
      { name: named, calls: 60, interval_min: 15, handling_s: 180, agents: [12, 16], within_s: 20 },
      {
        name: 'lines',
        model: 'erlang_b',
        calls_per_hour: 300,
        handling_s: 210,
        targets: [{ formula: 'blocked', most_share: 0.01 }],
      },
      { name: 'chats', calls_per_hour: 40, handling_s: 400, patience_s: 90, chats: { at_once: 3 }, agents: 5, within_s: 60 },
    ]),
  )
  assert.ok('report' in asked)
  const table = erlangTable(asked.report)
  const wide = table.split('\n').filter((line) => Array.from(line).length > 100)
  assert.deepEqual(wide, [])
  assert.match(table, /agents +scheduled\n[\s\S]*chats +40[\s\S]*agents +time[\s\S]*chats +5 /)
  assert.equal(table.match(/grows without end/g)?.length, 1)
})

test('whoever reads the first line only has it, without a word of complaint', async () => {
  const rates = JSON.stringify({
    calls_per_hour: Array.from({ length: 3_000 }, (_, i) => i),
    handling_s: 180,
    agents: 20,
    patience_s: 60,
  })
  const child = spawn(process.execPath, [main, 'erlang', '-', '--json'])
  let said = ''
  child.stderr.on('data', (heard: Buffer) => (said += heard.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  child.stdin.end(rates)
  const [status] = (await once(child, 'close')) as [number | null] // as Node says of a child's end
  assert.deepEqual([status, said], [0, ''])
})

test('nonsense is refused with the field that is wrong, and nothing on standard output', () => {
  const { status, stdout, stderr } = guichet(
    ['staff', '-', '--json'],
    '{"queues":[{"name":"c","calls":[3,-1],"handling_s":0,"agents":2}]}',
  )
  assert.deepEqual([status, stdout], [2, ''])
  assert.match(stderr, /guichet staff: queues\.0\.calls\.1: write 0 or more instead of -1\n/)
  assert.match(stderr, /guichet staff: queues\.0\.handling_s: write more than 0 instead of 0\n/)
})

test('each kind of nonsense has its sentence', () => {
  const said = (shape: typeof erlangShape | typeof staffShape, text: string): string => {
    const read = held(shape, JSON.parse(text))
    return 'fields' in read ? read.fields.map((trouble) => `${trouble.path}: ${trouble.message}`).join('\n') : 'taken'
  }
  const tries: [typeof erlangShape | typeof staffShape, string, RegExp][] = [
    [erlangShape, '{"calls_per_hour":-1,"handling_s":180,"agents":3}', /^calls_per_hour: write 0 or more instead of -1$/],
    [erlangShape, '{"calls_per_hour":1,"handling_s":180,"agents":1e12}', /^agents: write 100000 or less/],
    [erlangShape, '{"calls_per_hour":1,"handling_s":180,"agents":2.5}', /^agents: write a whole number/],
    [erlangShape, '[{"calls_per_hour":1,"handling_s":0,"agents":3}]', /^0\.handling_s: write more than 0 instead of 0$/],
    [erlangShape, '{"calls_per_hour":1e999,"handling_s":180,"agents":3}', /^calls_per_hour: Infinity cannot be read here/],
    [
      erlangShape,
      '{"calls_per_hour":"240","handling_s":180,"agents":3}',
      /^calls_per_hour: write 240 without quotes instead of "240"$/,
    ],
    [erlangShape, '{"calls_per_hour":1,"handling_s":180,"agentz":3}', /did you mean “agents”/],
    [
      erlangShape,
      '{"calls_per_hour":1,"handling_s":180,"agents":3,"chats":{"at_once":2,"speeds":[1,1e-300]}}',
      /^chats\.speeds\.1: write 0\.001 or more/,
    ],
    [erlangShape, '[]', /^: write at least 1/],
    [erlangShape, 'null', /^: null cannot be read here. Expected: A question or a list/],
    [
      staffShape,
      '{"from":"2026-03-29","queues":[]}',
      /^from: write a moment such as "2026-11-23T08:00:00Z" .*instead of "2026-03-29"$/m,
    ],
    [staffShape, '{"queues":[{"name":"c","calls":[],"handling_s":9,"agents":2}]}', /^queues\.0\.calls: write at least 1/],
    [staffShape, '{"shrinkage":1,"queues":[]}', /^shrinkage: write less than 1 instead of 1$/],
    [
      staffShape,
      '{"queues":[{"name":"c","calls":1,"handling_s":9,"targets":[{"formula":"abandonned","most_share":1}]}]}',
      /^queues\.0\.targets\.0.*“?abandoned/,
    ],
  ]
  for (const [shape, text, sentence] of tries) assert.match(said(shape, text), sentence, text)
})

test('every field of what the commands read says what it is', () => {
  for (const schema of [erlangSchema(), staffSchema()]) {
    const bare: string[] = []
    const look = (node: unknown, at: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties')
          for (const [field, said] of Object.entries(value as Record<string, object>))
            // what `properties` is in a JSON Schema
            if (!('description' in said) && !('$ref' in said)) bare.push(`${at}.${field}`)
        look(value, `${at}.${key}`)
      }
    }
    look(schema, '')
    assert.deepEqual(bare, [])
  }
  for (const schema of [erlangSchema(), erlangReportSchema(), staffSchema(), staffReportSchema()])
    assert.doesNotMatch(JSON.stringify(schema), /__schema/, 'a definition has no name')
})
