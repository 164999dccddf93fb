// Bytes of memory of a server and all its children, PostgreSQL included, pages shared by several counted once (proportional set size).
// Linux only; elsewhere NaN.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export function weightOf(server: number, folder: string): number {
  const parents = parentsOfAll()
  const postgres = Number(readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  const tree = [server, postgres]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid && !tree.includes(child)) tree.push(child)
  return tree.reduce((sum, pid) => sum + proportionalSize(pid), 0)
}

function parentsOfAll(): Map<number, number> {
  const found = new Map<number, number>()
  for (const name of readdirSync('/proc'))
    if (/^\d+$/.test(name)) {
      const stat = read(`/proc/${name}/stat`)
      if (stat) found.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    }
  return found
}

const proportionalSize = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1_024

/** Bytes of memory of one process of its own accord, without its children. Linux only. */
export const residentOf = proportionalSize

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // it ended meanwhile
  }
}
