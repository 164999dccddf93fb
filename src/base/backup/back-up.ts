// Writes everything the data folder holds into one file, while serving or not: the database by an online copy, the few files beside it
// (keys, secrets) as they are.
import { existsSync } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { PlainError } from '../migrate.ts'
import { MAJOR } from '../postgres/cluster.ts'
import { asSentence } from '../postgres/mend.ts'
import { startPostgres } from '../postgres/start.ts'
import { copyCluster } from './cluster-files.ts'
import { writeArchive, type Archive } from './write-archive.ts'

export const ABOUT = 'guichet-backup.json'
export type About = { format: 1; postgres: string; made: string }
/** `part` goes from 0 to 1. */
export type Progress = (part: number) => void
type Wish = { data: string; file: string; progress: Progress }

export async function backUp(wish: Wish): Promise<{ bytes: number }> {
  await refuseBadWish(wish)
  const { data, file, progress } = wish
  const postgres = await startPostgres({ directory: path.join(data, 'postgres') })
  const client = new pg.Client(postgres.address('guichet'))
  try {
    await client.connect()
    const { rows } = await client.query('select sum(pg_database_size(oid))::float8 as bytes from pg_database')
    await writeArchive(file, async (archive) => {
      const telling = setInterval(() => progress(Math.min(0.99, archive.taken / rows[0].bytes)), 200)
      await copyAll(wish, client, archive).finally(() => clearInterval(telling))
    })
    progress(1)
    return { bytes: (await stat(file)).size }
  } catch (error) {
    throw asSentence(error, path.dirname(file))
  } finally {
    await client.end()
    await postgres.stop()
  }
}

async function refuseBadWish({ data, file }: Wish): Promise<void> {
  if (!existsSync(path.join(data, 'postgres', 'cluster', 'PG_VERSION')))
    throw new PlainError(`There is nothing to back up in ${data}: set GUICHET_DATA to the data folder.`)
  if (existsSync(file)) throw new PlainError(`${file} is already there: choose another name.`)
  if (!existsSync(path.dirname(file))) throw new PlainError(`There is no folder ${path.dirname(file)} to write the backup in.`)
  if (!path.relative(data, file).startsWith('..'))
    throw new PlainError(`A backup inside the data folder is lost with it: choose another folder than ${data}.`)
}

async function copyAll({ data }: Wish, client: pg.Client, archive: Archive): Promise<void> {
  const about: About = { format: 1, postgres: MAJOR, made: Temporal.Now.instant().toString() }
  await archive.text(ABOUT, JSON.stringify(about))
  await copyFiles(data, '', archive)
  await copyCluster({ client, cluster: path.join(data, 'postgres', 'cluster'), archive, inside: 'postgres/cluster' })
}

async function copyFiles(data: string, folder: string, archive: Archive): Promise<void> {
  for (const entry of await readdir(path.join(data, folder), { withFileTypes: true })) {
    const name = path.posix.join(folder, entry.name)
    if (name === 'postgres') continue
    if (entry.isDirectory()) {
      await archive.folder(name)
      await copyFiles(data, name, archive)
    }
    if (entry.isFile()) await copyFile(path.join(data, name), name, archive)
  }
}

async function copyFile(from: string, name: string, archive: Archive): Promise<void> {
  await using handle = await open(from)
  await archive.file(name, handle)
}
