// Migrations are SQL files in one line of time. Each is applied once, in a transaction, under an advisory lock; one that was changed
// after it was applied, or that this version does not know, is refused: the data would not be what the code believes.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import type { Address } from './database.ts'

const FOLDER = path.join(import.meta.dirname, '..', '..', 'migrations')
const LOCK = 4_720_115

type Migration = { name: string; sql: string; checksum: string }

export async function migrate(owner: Address): Promise<{ applied: string[] }> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await makeRoles(client)
    await client.query(`create schema if not exists house;
      create table if not exists house.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const applied = await applyMissing(client, await migrations())
    await renumberRestored(client)
    return { applied }
  } finally {
    await client.end()
  }
}

// A dump restored into a younger cluster carries transaction numbers that are still to come. All of them are forgotten, not only those: half
// of them would put the latest events before the oldest, and readers would hear the past again.
async function renumberRestored(client: pg.Client): Promise<void> {
  const isRestored = `exists (select from base.event where xid >= pg_snapshot_xmax(pg_current_snapshot()))`
  await client.query(`begin;
    create temporary table restored on commit drop as select ${isRestored} as yes;
    update base.event set xid = '0' where xid <> '0' and (select yes from restored);
    update base.cursor set xid = '0' where xid <> '0' and (select yes from restored);
    commit`)
}

async function migrations(): Promise<Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(FOLDER, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
}

async function applyMissing(client: pg.Client, all: Migration[]): Promise<string[]> {
  const done = new Map(
    (await client.query('select name, checksum from house.migration')).rows.map((row) => [row.name, row.checksum]),
  )
  for (const [name, checksum] of done) {
    const known = all.find((migration) => migration.name === name)
    if (!known)
      throw new PlainError(
        `The data was written by a newer version of Guichet (it knows the migration ${name}). Start that version.`,
      )
    if (known.checksum !== checksum)
      throw new PlainError(`The migration ${name} was changed after it was applied. Restore the file as it was.`)
  }
  const missing = all.filter((migration) => !done.has(migration.name))
  for (const migration of missing) await applyOne(client, migration)
  return missing.map((migration) => migration.name)
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into house.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`the migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

// Roles belong to the whole cluster; two starters at once may race for them.
async function makeRoles(client: pg.Client): Promise<void> {
  for (const role of ['guichet_server', 'guichet_dispatcher']) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (!rowCount)
      await client
        .query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`)
        .catch((error: pg.DatabaseError) => {
          if (error.code === '42501')
            throw new PlainError(
              `The database user may not create roles. As an administrator run: create role ${role}; grant ${role} to the user of DATABASE_URL;`,
            )
          if (error.code !== '23505' && error.code !== '42710') throw error
        })
    await client.query(`grant ${role} to current_user`).catch(() => {}) // a superuser needs no grant, others are told on the next line
    await takeHat(client, role)
  }
}

// Every connection but this one works under one of the roles; whoever may not take it on is told now and not by the first request.
async function takeHat(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`set role ${role}`)
    await client.query('reset role')
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error
    throw new PlainError(
      `The database user may not act as ${role}. As an administrator run: grant ${role} to the user of DATABASE_URL;`,
    )
  }
}

const OLDEST = 150_000

async function checkVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; shown: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown`,
  )
  const [found] = rows
  if (found && found.version < OLDEST)
    throw new PlainError(`The database is PostgreSQL ${found.shown}; Guichet needs PostgreSQL 15 or later.`)
}

// A sentence for the person who starts the program, without a stack.
export class PlainError extends Error {}
