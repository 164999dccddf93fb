// `guichet erlang` and `guichet staff` from outside: what goes where, and with which exit code.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'

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

test('nonsense is refused with the field that is wrong, and nothing on standard output', () => {
  const tries: [string, string, RegExp][] = [
    ['erlang', '{"calls_per_hour":-1,"handling_s":180,"agents":3}', /calls_per_hour: write 0 or more instead of -1/],
    ['erlang', '{"calls_per_hour":1,"handling_s":180,"agents":1e12}', /agents: write 100000 or less/],
    ['erlang', '[{"calls_per_hour":1,"handling_s":0,"agents":3}]', /0\.handling_s: write more than 0 instead of 0/],
    ['staff', '{"queues":[{"name":"c","calls":[],"handling_s":9,"agents":2}]}', /queues\.0\.calls: write at least 1/],
    ['staff', '{"shrinkage":1,"queues":[]}', /shrinkage: write less than 1 instead of 1/],
    ['staff', '{"queues":[{"name":"c","calls":1e999,"handling_s":9,"agents":2}]}', /queues\.0\.calls: .*cannot be read here/],
    ['staff', 'NaN', /not JSON/],
  ]
  for (const [command, written, sentence] of tries) {
    const { status, stdout, stderr } = guichet([command, '-', '--json'], written)
    assert.deepEqual([status, stdout], [2, ''], written)
    assert.match(stderr, sentence)
  }
})

test('every field of what the commands read and answer says what it is', () => {
  for (const name of ['erlang', 'erlang-report', 'staff', 'staff-report']) {
    const bare: string[] = []
    const look = (node: unknown, at: string): void => {
      if (typeof node !== 'object' || node === null) return
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties')
          for (const [field, said] of Object.entries(value as Record<string, object>))
            // what `properties` is in a JSON Schema
            if (!('description' in said) && !('$ref' in said) && !/report/.test(name)) bare.push(`${name} ${at}.${field}`)
        look(value, `${at}.${key}`)
      }
    }
    const schema = JSON.parse(guichet(['schema', name]).stdout) as unknown
    look(schema, '')
    assert.deepEqual(bare, [])
    assert.doesNotMatch(JSON.stringify(schema), /__schema/, 'a definition has no name')
  }
})
