// What PostgreSQL writes about itself in postmaster.pid, and whether it is true: the number may belong to another process by now.
import { readFileSync, rmSync, statSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import path from 'node:path'

export type Postmaster = { pid: number; state: string }

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, state: (lines[7] ?? 'starting').trim() } : undefined
  } catch {
    return undefined
  }
}

// The server's working directory is its cluster: that, and not the number alone, tells that it is ours.
export function isAlive({ pid }: Postmaster, cluster: string): boolean {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)]
    return theirs.ino === ours.ino && theirs.dev === ours.dev
  } catch {
    return false // no such process, or one of another user
  }
}

// PostgreSQL would take a foreign process with the old number for itself and refuse to start.
export function clearLeftovers(cluster: string, socket: string): void {
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(path.join(socket, name), { force: true })
}
