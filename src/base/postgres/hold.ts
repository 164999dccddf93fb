// Who uses the server is counted by the system itself: every user keeps its pipe in the folder "in-use" open for writing, and the watcher (a
// shell of one megabyte) reads until the last of them has closed it, by will or by kill -9. Then it stops the server. The pipe is called by the
// number of the server's process: on a busy machine the watcher of the server before may still be leaving, and must not move the next one's pipe.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, constants, fstatSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError } from '../migrate.ts'
import { environment } from './cluster.ts'
import type { Place } from './place.ts'

export type Hold = { fd: number | undefined } // none once it was let go
type Tried = number | 'closing' | 'unwatched'

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants
const WATCHER_MILLISECONDS = 15_000

// While it decides, the pipe is called "closing", so that nobody can join a server that is about to stop; who joined a moment before
// wrote a line, and is found. One server runs in a folder: what else lies in "in-use" was left by those before it.
const watcher = `
trap '' HUP INT TERM
umask 077
pipe=in-use/$1
[ -p in-use ] && rm -f in-use
mkdir -p in-use || exit 1
rm -f in-use/*
mkfifo "$pipe" || exit 1
exec 3<"$pipe"
while :; do
  cat <&3 >/dev/null
  mv "$pipe" "$pipe.closing"
  read -r line <&3 || break
  mv "$pipe.closing" "$pipe"
done
read -r pid <cluster/postmaster.pid && [ "$pid" = "$1" ] && kill -INT "$1"
n=0
while [ $n -lt 100 ] && kill -0 "$1"; do sleep 0.1; n=$((n + 1)); done
rm -f "$pipe" "$pipe.closing"
`

/** Undefined when the server is being stopped. */
export async function joinHold(place: Place, pid: number): Promise<Hold | undefined> {
  const tried = join(pipeOf(place.directory, pid))
  if (tried === 'unwatched') return await beginHold(place, pid)
  return tried === 'closing' ? undefined : { fd: tried }
}

export async function beginHold(place: Place, pid: number): Promise<Hold> {
  const shell = startWatcher(place, pid)
  for (const deadline = Date.now() + WATCHER_MILLISECONDS; shell.exitCode === null && Date.now() < deadline; await pause(2)) {
    const tried = join(pipeOf(place.directory, pid))
    if (typeof tried === 'number') return { fd: tried }
  }
  throw new PlainError(`No pipe can be made in ${place.directory}: set GUICHET_DATA to a folder on a disk of this machine.`)
}

export function letGo(hold: Hold): void {
  if (hold.fd !== undefined) closeSync(hold.fd)
  hold.fd = undefined
}

// A line may lie there still, ours or that of somebody who is gone: on a busy machine the watcher has not come to read it. Only a pipe that is
// empty tells: it would have us wait for whoever may write, and ends where nobody can.
export function isHeldByOthers(directory: string, pid: number): boolean {
  const fd = tryOpen(pipeOf(directory, pid), O_RDONLY)
  if (fd === undefined) return false
  try {
    while (readSync(fd, Buffer.alloc(64)) > 0);
    return false
  } catch {
    return true
  } finally {
    closeSync(fd)
  }
}

const pipeOf = (directory: string, pid: number): string => path.join(directory, 'in-use', String(pid))

function join(file: string): Tried {
  const fd = tryOpen(file, O_WRONLY)
  if (fd === undefined) return isClosing(file) ? 'closing' : 'unwatched'
  try {
    writeSync(fd, '\n')
    if (statSync(file).ino === fstatSync(fd).ino) return fd
  } catch {
    // renamed under our hands, or its reader left
  }
  closeSync(fd)
  return 'closing'
}

function isClosing(file: string): boolean {
  const fd = tryOpen(`${file}.closing`, O_WRONLY)
  if (fd !== undefined) closeSync(fd)
  return fd !== undefined
}

// Opened for writing, a pipe that nobody reads does not open.
function tryOpen(file: string, way: number): number | undefined {
  try {
    return openSync(file, way | O_NONBLOCK)
  } catch {
    return undefined
  }
}

function startWatcher({ directory, user }: Place, pid: number): ChildProcess {
  const child = spawn('/bin/sh', ['-c', watcher, 'guichet-postgres-watcher', String(pid)], {
    ...user.ids,
    cwd: directory,
    env: environment,
    detached: true,
    stdio: 'ignore',
  })
  child.unref()
  return child
}
