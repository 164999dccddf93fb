// The cluster: made once, with checksums on every page and an order of words that no system update can change.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { PlainError } from '../migrate.ts'
import { asSentence } from './mend.ts'
import { give, giveWhole } from './server-user.ts'
import type { Place, Settings } from './place.ts'

export const MAJOR = '18'
const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

export async function bringCluster(place: Place, settings: Settings): Promise<void> {
  if (existsSync(path.join(place.cluster, 'PG_VERSION'))) return accept(place)
  if (existsSync(place.cluster) && readdirSync(place.cluster).length > 0)
    throw new PlainError(
      `${place.cluster} holds files that are not a database: move them away or set GUICHET_DATA to another folder.`,
    )
  const aside = `${place.cluster}.new`
  try {
    rmSync(aside, { recursive: true, force: true })
    mkdirSync(aside, { mode: 0o700 })
    give(aside, place.user)
    await initialise({ ...place, cluster: aside }, settings.fsync === 'off' ? ['--no-sync'] : [])
    renameSync(aside, place.cluster) // a start cut short leaves no half of a cluster
  } catch (error) {
    throw asSentence(error, place.directory)
  }
}

function accept({ cluster, user, directory }: Place): void {
  const found = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found !== MAJOR)
    throw new PlainError(
      `The data in ${directory} is of PostgreSQL ${found} and this Guichet brings PostgreSQL ${MAJOR}: start the Guichet that wrote it.`,
    )
  giveWhole(cluster, user)
}

async function initialise({ programs, cluster, user }: Place, more: string[]): Promise<void> {
  const args = [
    '-D',
    reachable(cluster, user.ids !== undefined),
    '-U',
    'guichet',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--data-checksums',
    ...locale,
    ...more,
  ]
  const options = { ...user.ids, cwd: cluster, env: environment }
  await promisify(execFile)(path.join(programs, 'bin/initdb'), args, options).catch((error: Error & { stderr?: string }) => {
    throw new Error(error.stderr || error.message, { cause: error })
  })
}

// The server's user may have no right to walk down to its own folder (a checkout under /root, say). It is put there, and calls it so.
export const reachable = (cluster: string, asAnother: boolean): string =>
  asAnother && process.platform === 'linux' ? '/proc/self/cwd' : cluster

// Nothing of ours: a PGPORT or PGDATA in our environment would be obeyed.
export const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }
