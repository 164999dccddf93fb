// Brings a backup back into an empty data folder. The whole file is verified before anything is written; it is unpacked aside and put
// in place in the end, the database last, so that a restore cut short is never taken for data.
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { PlainError } from '../migrate.ts'
import { MAJOR } from '../postgres/cluster.ts'
import { asSentence } from '../postgres/mend.ts'
import { startPostgres } from '../postgres/start.ts'
import { ABOUT, type Progress } from './back-up.ts'
import { readArchive } from './read-archive.ts'

type Wish = { data: string; file: string; progress: Progress }
const ASIDE = '.restoring'
const shape = z.object({ format: z.number(), postgres: z.string(), made: z.string() })
const notOurs = (file: string, why: string) =>
  new PlainError(`${file} is not a whole backup of Guichet: ${why}. Nothing was written.`)

export async function restore({ data, file, progress }: Wish): Promise<{ made: string }> {
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`)
  const { size } = await stat(file)
  const made = await verify(file, (bytes) => progress(Math.min(0.49, bytes / size / 8)))
  await makeEmpty(data)
  try {
    await unpack(file, path.join(data, ASIDE))
    await putInPlace(data)
    progress(0.9)
    await (await startPostgres({ directory: path.join(data, 'postgres') })).stop() // replays what was written during the copy
  } catch (error) {
    throw asSentence(error, data)
  } finally {
    await rm(path.join(data, ASIDE), { recursive: true, force: true })
  }
  progress(1)
  return { made }
}

async function verify(file: string, read: (bytes: number) => void): Promise<string> {
  let about: z.infer<typeof shape> | undefined
  let bytes = 0
  try {
    await readArchive(file, {
      folder: async (name) => refuseOutside(name),
      file: async (name, size, contents) => {
        refuseOutside(name)
        if (name === ABOUT) about = shape.parse(JSON.parse(Buffer.concat(await Array.fromAsync(contents)).toString('utf8')))
        if (!about) throw new Error('it does not begin as one')
        for await (const piece of contents) read((bytes += piece.length))
      },
    })
  } catch (error) {
    throw notOurs(file, error instanceof Error ? error.message : String(error))
  }
  if (about?.format !== 1) throw new PlainError(`${file} was written by a newer Guichet: restore it with that version.`)
  if (about.postgres !== MAJOR)
    throw new PlainError(
      `${file} holds data of PostgreSQL ${about.postgres} and this Guichet brings ${MAJOR}: restore it with the Guichet that wrote it.`,
    )
  return about.made
}

function refuseOutside(name: string): void {
  const isInside =
    !path.posix.isAbsolute(name) && !name.split('/').some((part) => part === '..' || part === '') && !name.includes('\0')
  if (!isInside) throw new Error(`it names a place outside the data folder, ${name}`)
}

async function makeEmpty(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 })
    const there = (await readdir(data)).filter((name) => name !== ASIDE) // a restore that was cut short
    if (there.length > 0)
      throw new PlainError(`${data} is not empty: a backup is restored into an empty folder only. Set GUICHET_DATA to one.`)
    await rm(path.join(data, ASIDE), { recursive: true, force: true })
    await mkdir(path.join(data, ASIDE), { mode: 0o700 })
  } catch (error) {
    throw asSentence(error, data)
  }
}

async function unpack(file: string, to: string): Promise<void> {
  await readArchive(file, {
    folder: async (name) => void (await mkdir(path.join(to, name), { recursive: true, mode: 0o700 })),
    file: async (name, _, contents) => {
      if (name === ABOUT) return void (await Array.fromAsync(contents))
      await mkdir(path.dirname(path.join(to, name)), { recursive: true, mode: 0o700 })
      await using handle = await open(path.join(to, name), 'wx', 0o600)
      for await (const piece of contents) await handle.writeFile(piece)
      if (!name.startsWith('postgres/')) await handle.sync() // PostgreSQL brings its own files to the disk when it recovers
    },
  })
}

async function putInPlace(data: string): Promise<void> {
  const names = (await readdir(path.join(data, ASIDE))).toSorted((a, b) => Number(a === 'postgres') - Number(b === 'postgres'))
  if (names.at(-1) !== 'postgres') throw new PlainError('The backup holds no database.')
  for (const name of names) await rename(path.join(data, ASIDE, name), path.join(data, name))
}
