import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { PlainError } from '../migrate.ts'
import { asSentence } from './mend.ts'
import { isAlive, readPostmaster } from './postmaster.ts'
import { startPostgres, type Postgres } from './start.ts'

const home = mkdtempSync(path.join(tmpdir(), 'guichet postgres '))
after(() => rmSync(home, { recursive: true, force: true }))
let count = 0
const fresh = () => path.join(home, String(++count), 'postgres')
const quick = { fsync: 'off' }

async function ask(postgres: Postgres, sql: string): Promise<unknown> {
  const client = new pg.Client(postgres.address('guichet'))
  client.on('error', () => {}) // the server is killed in some tests
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end().catch(() => {})
  }
}

// Another process that starts the server of a folder, says so, and stays until it is killed or told to leave.
async function neighbour(directory: string): Promise<ChildProcess> {
  const code = `const { startPostgres } = await import(${JSON.stringify(import.meta.resolve('./start.ts'))})
    const postgres = await startPostgres(${JSON.stringify({ directory, settings: quick })})
    console.log('here')
    process.once('SIGTERM', async () => { await postgres.stop(); process.exit() })
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const runs = (directory: string): boolean => {
  const found = readPostmaster(path.join(directory, 'cluster'))
  return found !== undefined && isAlive(found, path.join(directory, 'cluster'))
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(10) // the runner's own limit ends a wait without end
}

test('a server started on nothing is durable, checked, and deaf to the network', async () => {
  const postgres = await startPostgres({ directory: fresh() })
  for (const [name, value] of Object.entries({
    data_checksums: 'on',
    fsync: 'on',
    synchronous_commit: 'on',
    listen_addresses: '',
    wal_level: 'replica',
  }))
    assert.equal(await ask(postgres, `show ${name}`), value, name)
  assert.equal(await ask(postgres, `select datlocale from pg_database where datname = current_database()`), 'C.UTF-8')
  await postgres.stop()
})

test('the environment of whoever starts it changes nothing', async () => {
  const before = { ...process.env }
  Object.assign(process.env, { PGPORT: '6000', PGHOST: 'nowhere.example', PGSSLMODE: 'require', PGDATA: '/nowhere' })
  try {
    const postgres = await startPostgres({ directory: fresh(), settings: quick })
    assert.equal(await ask(postgres, 'select 1 as one'), 1)
    await postgres.stop()
  } finally {
    for (const name of ['PGPORT', 'PGHOST', 'PGSSLMODE', 'PGDATA']) if (before[name] === undefined) delete process.env[name]
  }
})

test('what was committed is there when the owner was killed and comes back at once', async () => {
  const directory = fresh()
  const first = await neighbour(directory)
  const guest = await startPostgres({ directory })
  assert.equal(guest.adopted, true)
  await ask(guest, 'create table kept as select 42 as answer')
  await guest.stop()
  await killed(first)
  const again = await startPostgres({ directory })
  assert.equal(await ask(again, 'select answer from kept'), 42)
  await again.stop()
})

test('the server stops by itself when the last who held it was killed', async () => {
  const directory = fresh()
  const owner = await neighbour(directory)
  assert.equal(runs(directory), true)
  await killed(owner)
  await until(() => !runs(directory))
})

test('starters at the same moment share one server, and the last to leave stops it', async () => {
  const directory = fresh()
  const all = await Promise.all(Array.from({ length: 4 }, () => startPostgres({ directory, settings: quick })))
  assert.equal(all.filter(({ adopted }) => !adopted).length, 1)
  const [starter, ...others] = all.toSorted((a, b) => Number(a.adopted) - Number(b.adopted))
  await starter!.stop()
  for (const other of others) {
    assert.equal(await ask(other, 'select 1'), 1)
    await other.stop()
  }
  assert.equal(runs(directory), false)
})

test('a command beside the program neither stops the server nor is stopped with it', async () => {
  const directory = fresh()
  const program = await neighbour(directory)
  const command = await startPostgres({ directory, settings: quick })
  await command.stop()
  assert.equal(runs(directory), true)
  const longCommand = await startPostgres({ directory, settings: quick })
  await killed(program)
  assert.equal(await ask(longCommand, 'select 1'), 1)
  await longCommand.stop()
  assert.equal(runs(directory), false)
})

test('a server that lost both its owner and its watcher is taken over and stopped in the end', async () => {
  const directory = fresh()
  const owner = await neighbour(directory)
  owner.kill('SIGSTOP') // its pipe stays open while the watcher dies
  const cluster = path.join(directory, 'cluster')
  const watchers = await commandsNaming(`guichet-postgres-watcher ${readPostmaster(cluster)?.pid}`)
  assert.equal(watchers.length, 1)
  for (const pid of watchers) process.kill(pid, 'SIGKILL')
  await killed(owner)
  assert.equal(runs(directory), true)
  const heir = await startPostgres({ directory, settings: quick })
  assert.equal(heir.adopted, true)
  await heir.stop()
  await until(() => !runs(directory)) // a killed owner may look alive for a moment
})

test('a watcher that leaves late has no say in the server that comes after its own', async () => {
  const directory = fresh()
  const first = await startPostgres({ directory, settings: quick })
  const [late = 0] = await commandsNaming(`guichet-postgres-watcher ${readPostmaster(path.join(directory, 'cluster'))?.pid}`)
  process.kill(late, 'SIGSTOP') // a busy machine
  await first.stop()
  assert.equal(runs(directory), false)
  const second = await startPostgres({ directory, settings: quick })
  process.kill(late, 'SIGCONT')
  await until(() => !isThere(late))
  const guest = await startPostgres({ directory, settings: quick })
  assert.equal(guest.adopted, true)
  await second.stop()
  assert.equal(await ask(guest, 'select 1'), 1)
  await guest.stop()
  assert.equal(runs(directory), false)
})

test('a server stopped before its watcher came to look at it is stopped', async () => {
  const directory = fresh()
  const before = await startPostgres({ directory, settings: quick })
  const [watcher = 0] = await commandsNaming(`guichet-postgres-watcher ${readPostmaster(path.join(directory, 'cluster'))?.pid}`)
  process.kill(-watcher, 'SIGSTOP') // the shell, and what reads for it
  await killed(await neighbour(directory)) // whose word nobody has read
  await before.stop()
  assert.equal(runs(directory), false)
  process.kill(-watcher, 'SIGCONT')
  await until(() => !isThere(watcher))
})

test('a server killed under its users is there again', async () => {
  const directory = fresh()
  const postgres = await startPostgres({ directory, settings: quick })
  await ask(postgres, 'create table kept as select 7 as answer')
  process.kill(readPostmaster(path.join(directory, 'cluster'))!.pid, 'SIGKILL')
  await until(() =>
    ask(postgres, 'select answer from kept').then(
      (answer) => answer === 7,
      () => false,
    ),
  )
  await postgres.stop()
  assert.equal(runs(directory), false)
})

test('a folder whose name is longer than a socket may be is served all the same', async () => {
  const directory = path.join(home, 'é'.repeat(60), 'and another folder below it', 'postgres')
  const postgres = await startPostgres({ directory, settings: quick })
  assert.equal(await ask(postgres, 'select 1'), 1)
  await postgres.stop()
  const again = await startPostgres({ directory, settings: quick })
  assert.equal(again.address('guichet').host, postgres.address('guichet').host) // pools outlive a restart
  await again.stop()
  rmSync(String(again.address('guichet').host), { recursive: true })
})

test('a leftover note naming a living stranger does not keep the server from starting, nor harms the stranger', async () => {
  const directory = fresh()
  const first = await startPostgres({ directory, settings: quick })
  await first.stop()
  const ids = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const stranger = spawn('sleep', ['1000'], { ...ids, stdio: 'ignore', cwd: '/' })
  const cluster = path.join(directory, 'cluster')
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock'])
    writeFileSync(path.join(cluster, name), `${stranger.pid}\n${cluster}\n1\n5432\n${cluster}\n\n1 1\nready   \n`)
  const again = await startPostgres({ directory, settings: quick })
  assert.equal(again.adopted, false)
  assert.equal(await ask(again, 'select 1'), 1)
  await again.stop()
  assert.equal(stranger.exitCode ?? stranger.signalCode, null)
  await killed(stranger)
})

test('a first start that was cut short leaves nothing in the way', async () => {
  const directory = fresh()
  mkdirSync(path.join(directory, 'cluster.new', 'base'), { recursive: true })
  const postgres = await startPostgres({ directory, settings: quick })
  assert.equal(existsSync(path.join(directory, 'cluster.new')), false)
  await postgres.stop()
})

test('data of another PostgreSQL, or no data at all, is told in one sentence', async () => {
  const directory = fresh()
  mkdirSync(path.join(directory, 'cluster'), { recursive: true })
  writeFileSync(path.join(directory, 'cluster', 'holiday.jpg'), '')
  await assert.rejects(startPostgres({ directory }), { constructor: PlainError, message: /files that are not a database/ })
  writeFileSync(path.join(directory, 'cluster', 'PG_VERSION'), '17\n')
  await assert.rejects(startPostgres({ directory }), {
    constructor: PlainError,
    message: /is of PostgreSQL 17 and this Guichet brings PostgreSQL 18/,
  })
})

test('where no pipe can be made, no server is left behind unwatched', async () => {
  const directory = fresh()
  mkdirSync(directory, { recursive: true })
  writeFileSync(path.join(directory, 'in-use'), '')
  await assert.rejects(startPostgres({ directory, settings: quick }), { constructor: PlainError, message: /No pipe can be made/ })
  await until(() => !runs(directory))
})

test('a wrong setting and a full disk are told in one sentence', async () => {
  await assert.rejects(startPostgres({ directory: fresh(), settings: { shared_buffers: 'many' } }), {
    constructor: PlainError,
    message: /shared_buffers/,
  })
  const full = asSentence(new Error('initdb: error: could not write to file "x": No space left on device'), '/data')
  assert.match(full.message, /The disk that holds \/data is full/)
  assert.ok(full instanceof PlainError)
})

async function commandsNaming(words: string): Promise<number[]> {
  const child = spawn('ps', ['-A', '-o', 'pid=,args='], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = (await child.stdout.toArray()).join('').split('\n')
  return lines.filter((line) => line.trimEnd().endsWith(words)).map((line) => Number.parseInt(line, 10))
}
