// The socket lies in the cluster's own folder, which nobody else may enter. The system allows about a hundred bytes for its whole path;
// where the folder's name is longer, a short private folder serves and is remembered beside the cluster.
import { chmodSync, lstatSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { give, type ServerUser } from './server-user.ts'

const LONGEST = 104 - '/.s.PGSQL.5432.lock '.length // macOS has 104 bytes, Linux 108

export function socketFolder(directory: string, cluster: string, user: ServerUser): string {
  if (Buffer.byteLength(cluster) <= LONGEST) return cluster
  const note = path.join(directory, 'socket-folder')
  return remembered(note, user) ?? makeShort(note, user)
}

function remembered(note: string, { ids }: ServerUser): string | undefined {
  try {
    const folder = readFileSync(note, 'utf8')
    const found = lstatSync(folder)
    const isOurs = found.isDirectory() && found.uid === (ids?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0
    return isOurs ? folder : undefined
  } catch {
    return undefined // never made, or swept away with other temporary files
  }
}

function makeShort(note: string, user: ServerUser): string {
  const folder = mkdtempSync('/tmp/guichet-')
  chmodSync(folder, 0o700)
  give(folder, user)
  writeFileSync(note, folder)
  give(note, user)
  return folder
}
