// PostgreSQL inside the data folder. The server runs as long as one process holds it (see hold.ts), whoever started it: the program, a
// command beside it, or a program that was killed and is back. Nothing listens on the network.
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Address } from '../database.ts'
import { log } from '../log.ts'
import { PlainError } from '../migrate.ts'
import { bringCluster } from './cluster.ts'
import { isHeldByOthers, joinHold, letGo, type Hold } from './hold.ts'
import { launch } from './launch.ts'
import { underLock } from './lock.ts'
import { prepare, type Place, type Settings } from './place.ts'
import { clearLeftovers, isAlive, readPostmaster, type Postmaster } from './postmaster.ts'

export type Postgres = {
  address(user: string): Address
  adopted: boolean // it was already running
  stop(): Promise<void> // the last one who lets go stops the server
}
type Wish = { directory: string; settings?: Settings }
type Reached = { postmaster: Postmaster; hold: Hold; adopted: boolean }

const GUARD_MILLISECONDS = 1000
const STOP_MILLISECONDS = 8000
const REACH_MILLISECONDS = 60_000

/** `directory` belongs to PostgreSQL alone: under root it is given to the unprivileged user the server runs as. */
export async function startPostgres({ directory, settings = {} }: Wish): Promise<Postgres> {
  const place = prepare(path.resolve(directory))
  let reached = await reach(place, settings)
  const guard = keepRunning(async () => {
    if (isAlive(reached.postmaster, place.cluster)) return
    letGo(reached.hold)
    reached = await reach(place, settings)
    log.warn('PostgreSQL was gone and has been started again')
  })
  return {
    adopted: reached.adopted,
    address: (user) => addressOf(place, user),
    stop: async () => {
      await guard.end()
      await leave(place, reached)
    },
  }
}

async function reach(place: Place, settings: Settings): Promise<Reached> {
  return await underLock(place.lock, place.user, async () => {
    const found = await adopt(place)
    if (found) return { ...found, adopted: true }
    await bringCluster(place, settings)
    return { ...(await launch(place, settings)), adopted: false }
  })
}

// A server that is being stopped is waited for; one that still recovers from a crash is too.
async function adopt(place: Place): Promise<Omit<Reached, 'adopted'> | undefined> {
  for (const deadline = Date.now() + REACH_MILLISECONDS; ; await pause(20)) {
    const postmaster = readPostmaster(place.cluster)
    if (!postmaster || !isAlive(postmaster, place.cluster)) {
      clearLeftovers(place.cluster, place.socket)
      return undefined
    }
    const hold = postmaster.state === 'ready' ? await joinHold(place, postmaster.pid) : undefined
    if (hold && (await answers(addressOf(place, 'guichet')))) return { postmaster, hold }
    if (hold) letGo(hold)
    if (Date.now() > deadline && postmaster.state !== 'starting')
      // recovering after a crash may take its time
      throw new PlainError(
        `PostgreSQL runs on ${place.directory} (process ${postmaster.pid}) but does not answer; stop that process and try again.`,
      )
  }
}

async function answers(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5000 })
  client.on('error', () => {}) // told by the answer
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {}) // it may never have begun
  }
}

// Everything is said, so that PGHOST, PGPORT or PGSSLMODE of the person who starts us change nothing.
const addressOf = ({ socket }: Place, user: string): Address => ({
  host: socket,
  port: 5432,
  user,
  database: 'postgres',
  password: '',
  ssl: false,
})

async function leave(place: Place, { postmaster, hold }: Reached): Promise<void> {
  await underLock(place.lock, place.user, async () => {
    letGo(hold)
    if (isHeldByOthers(place.directory, postmaster.pid)) return
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
      if (!isAlive(postmaster, place.cluster)) return
      process.kill(postmaster.pid, signal)
      await isGone(postmaster, place.cluster)
    }
  })
}

async function isGone(postmaster: Postmaster, cluster: string): Promise<void> {
  const deadline = Date.now() + STOP_MILLISECONDS
  while (isAlive(postmaster, cluster) && Date.now() < deadline) await pause(10)
}

function keepRunning(look: () => Promise<void>): { end(): Promise<void> } {
  let looking: Promise<void> | undefined
  let told = false // once, however long it lasts
  const timer = setInterval(() => {
    looking ??= look()
      .then(() => void (told = false))
      .catch((error: unknown) => {
        if (!told) log.error({ error }, 'PostgreSQL cannot be started again; trying on')
        told = true
      })
      .finally(() => (looking = undefined))
  }, GUARD_MILLISECONDS)
  timer.unref()
  return {
    end: async () => {
      clearInterval(timer)
      await looking
    },
  }
}
