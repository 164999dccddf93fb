// Starts the server and waits until it takes connections.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError } from '../migrate.ts'
import { environment, reachable } from './cluster.ts'
import { beginHold, letGo, type Hold } from './hold.ts'
import { asSentence } from './mend.ts'
import { readPostmaster, type Postmaster } from './postmaster.ts'
import { give } from './server-user.ts'
import { serverSettings } from './settings.ts'
import type { Place, Settings } from './place.ts'

const LOG_BYTES = 5_000_000
const LEAVING_MILLISECONDS = 15_000

export async function launch(place: Place, settings: Settings): Promise<{ postmaster: Postmaster; hold: Hold }> {
  for (const deadline = Date.now() + LEAVING_MILLISECONDS; ; await pause(100)) {
    const { child, words } = spawnServer(place, settings)
    const over = untilOver(child)
    // Held before it is ready: if we are killed meanwhile, it is stopped.
    const hold = await beginHold(place, child.pid ?? 0).catch(async (error: unknown) => {
      child.kill('SIGINT') // nobody would watch it
      await Promise.race([over, pause(LEAVING_MILLISECONDS, undefined, { ref: false })]) // or who starts next would meet it
      throw error
    })
    const postmaster = await Promise.race([over, untilReady(place.cluster, child)])
    if (postmaster) return { postmaster, hold }
    letGo(hold)
    const complaint = words()
    // Sessions of a server that was killed need a moment to notice and to leave its memory.
    if (/pre-existing shared memory block/.test(complaint) && Date.now() < deadline) continue
    throw told(complaint, place.directory)
  }
}

function spawnServer(place: Place, settings: Settings): { child: ChildProcess; words: () => string } {
  const file = path.join(place.directory, 'server.log')
  const began = turnOver(file)
  const output = openSync(file, 'a', 0o600)
  give(file, place.user)
  const asAnother = place.user.ids !== undefined
  const socket = place.socket === place.cluster ? reachable(place.cluster, asAnother) : place.socket
  const all = Object.entries({ ...serverSettings, ...settings, unix_socket_directories: socket }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(path.join(place.programs, 'bin/postgres'), ['-D', reachable(place.cluster, asAnother), ...all], {
    ...place.user.ids,
    cwd: place.cluster,
    env: environment,
    detached: true, // Ctrl-C in our terminal is for us; we stop the server when our own work is done
    stdio: ['ignore', output, output],
  })
  child.unref()
  closeSync(output)
  return { child, words: () => readFileSync(file).subarray(began).toString() }
}

const untilOver = (child: ChildProcess): Promise<undefined> =>
  new Promise((resolve) => child.once('exit', () => resolve(undefined)).once('error', () => resolve(undefined)))

async function untilReady(cluster: string, child: ChildProcess): Promise<Postmaster | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const found = readPostmaster(cluster)
    if (found?.pid === child.pid && found?.state === 'ready') return found
    await pause(5)
  }
  return undefined
}

function turnOver(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < LOG_BYTES) return size
  renameSync(file, `${file}.1`)
  return 0
}

function told(complaint: string, directory: string): Error {
  const fatal = /(?:FATAL|PANIC): +(.*)/.exec(complaint)?.[1] ?? 'it said nothing'
  const known = asSentence(new Error(complaint), directory)
  return known instanceof PlainError
    ? known
    : new PlainError(`PostgreSQL did not start: ${fatal} (more in ${directory}/server.log).`)
}
