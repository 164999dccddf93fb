import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { PlainError } from '../migrate.ts'
import { startPostgres } from '../postgres/start.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { header, parse } from './tar.ts'

const home = mkdtempSync(path.join(tmpdir(), 'guichet backup '))
after(() => rmSync(home, { recursive: true, force: true }))
const data = path.join(home, 'data')
const good = path.join(home, 'good.backup')
const progress = () => {}
const quick = { fsync: 'off' }

async function withClient<Result>(folder: string, body: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const postgres = await startPostgres({ directory: path.join(folder, 'postgres'), settings: quick })
  const client = new pg.Client(postgres.address('guichet'))
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
    await postgres.stop()
  }
}

before(async () => {
  mkdirSync(path.join(data, 'keys'), { recursive: true })
  writeFileSync(path.join(data, 'secret.json'), '{"pepper":"salt"}')
  writeFileSync(path.join(data, 'keys', 'dkim.pem'), 'a key')
  await withClient(data, async (client) => {
    await client.query("create table mail as select n, repeat('words ', 40) || n as body from generate_series(1, 20000) n")
    await backUp({ data, file: good, progress })
  })
})

test('what was written before a backup is there after it is restored, files included', async () => {
  const back = path.join(home, 'back')
  await restore({ data: back, file: good, progress })
  assert.equal(readFileSync(path.join(back, 'secret.json'), 'utf8'), '{"pepper":"salt"}')
  assert.equal(readFileSync(path.join(back, 'keys', 'dkim.pem'), 'utf8'), 'a key')
  const found = await withClient(back, (client) =>
    client.query("select count(*)::int as n, md5(string_agg(body, '' order by n)) as sum from mail"),
  )
  const kept = await withClient(data, (client) =>
    client.query("select count(*)::int as n, md5(string_agg(body, '' order by n)) as sum from mail"),
  )
  assert.deepEqual(found.rows, kept.rows)
  assert.equal(found.rows[0].n, 20_000)
})

test('a backup taken while mail pours in holds an unbroken beginning of it', async () => {
  const file = path.join(home, 'busy.backup')
  const before = await withClient(data, async (client) => {
    await client.query('create table pouring (n int primary key)')
    let written = 0
    let over = false
    const pour = async () => {
      while (!over) await client.query('insert into pouring values ($1)', [++written])
    }
    const pouring = pour()
    while (written < 50) await new Promise(setImmediate)
    const sure = written - 1 // the last one may not be committed yet
    await backUp({ data, file, progress })
    over = true
    await pouring
    assert.ok(written > sure + 1, 'nothing was written during the backup')
    return sure
  })
  const back = path.join(home, 'back from busy')
  await restore({ data: back, file, progress })
  const { rows } = await withClient(back, (client) => client.query('select count(*)::int as n, max(n) as last from pouring'))
  assert.equal(rows[0].n, rows[0].last)
  assert.ok(rows[0].n >= before, `${rows[0].n} of at least ${before}`)
})

test('a backup is taken of a server at rest too, and leaves it at rest', async () => {
  const file = path.join(home, 'rest.backup')
  await backUp({ data, file, progress })
  assert.equal(existsSync(path.join(data, 'postgres', 'cluster', 'postmaster.pid')), false)
  assert.equal(statSync(file).mode & 0o077, 0, 'others could read it')
})

test('a damaged, a shortened and a foreign file are refused before anything is written', async () => {
  const back = path.join(home, 'never')
  const whole = readFileSync(good)
  const damaged = path.join(home, 'damaged.backup')
  for (const at of [200, Math.floor(whole.length / 2), whole.length - 50]) {
    const bytes = Buffer.from(whole)
    bytes[at] = bytes[at]! ^ 0x10
    writeFileSync(damaged, bytes)
    await assert.rejects(restore({ data: back, file: damaged, progress }), {
      constructor: PlainError,
      message: /not a whole backup/,
    })
  }
  for (const left of [whole.length - 10, Math.floor(whole.length / 3), 0]) {
    writeFileSync(damaged, whole)
    truncateSync(damaged, left)
    await assert.rejects(restore({ data: back, file: damaged, progress }), {
      constructor: PlainError,
      message: /not a whole backup/,
    })
  }
  writeFileSync(damaged, 'holiday.jpg')
  await assert.rejects(restore({ data: back, file: damaged, progress }), {
    constructor: PlainError,
    message: /not a whole backup/,
  })
  assert.equal(existsSync(back), false)
})

test('a folder that holds something is never restored into', async () => {
  const full = path.join(home, 'full')
  mkdirSync(full)
  writeFileSync(path.join(full, 'precious'), '')
  await assert.rejects(restore({ data: full, file: good, progress }), { constructor: PlainError, message: /is not empty/ })
  await assert.rejects(restore({ data, file: good, progress }), { constructor: PlainError, message: /is not empty/ })
  assert.deepEqual(readdirSync(full), ['precious'])
})

test('a restore that was cut short may be begun again', async () => {
  const back = path.join(home, 'again')
  mkdirSync(path.join(back, '.restoring', 'postgres'), { recursive: true })
  await restore({ data: back, file: good, progress })
  assert.deepEqual(readdirSync(back).toSorted(), ['keys', 'postgres', 'secret.json'])
})

test('a backup overwrites nothing, is not put inside what it saves, and needs data to save', async () => {
  await assert.rejects(backUp({ data, file: good, progress }), { constructor: PlainError, message: /already there/ })
  await assert.rejects(backUp({ data, file: path.join(data, 'x.backup'), progress }), {
    constructor: PlainError,
    message: /inside the data folder/,
  })
  await assert.rejects(backUp({ data: path.join(home, 'nothing'), file: path.join(home, 'x'), progress }), {
    constructor: PlainError,
    message: /nothing to back up/,
  })
  assert.equal(existsSync(path.join(home, 'nothing')), false)
})

test('a name and a size come out of a header as they went in', () => {
  const part = fc.stringMatching(/^[a-z0-9é]{1,40}$/)
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat({ max: 8 ** 11 - 1 }), (parts, size) => {
      const name = parts.join('/')
      fc.pre(Buffer.byteLength(name) <= 100)
      assert.deepEqual(parse(header({ name, kind: 'file', size }, 0)), { name, kind: 'file', size })
    }),
  )
  const long = `${'folder/'.repeat(25)}file`
  assert.equal(parse(header({ name: long, kind: 'file', size: 1 }, 0))?.name, long)
  assert.throws(() => header({ name: 'x'.repeat(200), kind: 'file', size: 1 }, 0), /too long/)
})
