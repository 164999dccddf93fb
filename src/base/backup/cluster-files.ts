// A copy of a cluster while it is at work: what changes during the copy is put right by the WAL written meanwhile, which is kept from
// being recycled by a slot of our own session and copied last. Source: PostgreSQL 18, 26.3.4 "Making a Base Backup Using the Low Level API".
import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import type { Archive } from './write-archive.ts'

// Made anew by every server, or telling of the one that runs now.
const leftOut =
  /^(postmaster\.(pid|opts)|\.s\.PGSQL.*|backup_label(\.old)?|tablespace_map|current_logfiles|pg_internal\.init.*|pgsql_tmp.*|t\d+_\d+.*)$/
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const SEGMENT = /^[0-9A-F]{24}$/

type Copy = { client: Client; cluster: string; archive: Archive; inside: string }

export async function copyCluster({ client, cluster, archive, inside }: Copy): Promise<void> {
  const slot = `guichet_backup_${process.pid}`
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot]) // reserved at once, gone with the session
  const { rows: begun } = await client.query("select pg_walfile_name(pg_backup_start('guichet', true)) as segment")
  await archive.folder(inside)
  await copyFolder({ cluster, archive, inside }, '')
  const { rows: ended } = await client.query(
    'select pg_walfile_name(lsn) as segment, labelfile, spcmapfile from pg_backup_stop(false)',
  )
  await archive.text(`${inside}/backup_label`, String(ended[0].labelfile))
  for (const name of (await readdir(path.join(cluster, 'pg_wal'))).toSorted())
    if (SEGMENT.test(name) && name >= begun[0].segment && name <= ended[0].segment)
      await copyFile({ cluster, archive, inside }, `pg_wal/${name}`)
}

async function copyFolder(copy: Omit<Copy, 'client'>, folder: string): Promise<void> {
  const entries = await readdir(path.join(copy.cluster, folder), { withFileTypes: true })
  for (const entry of entries) {
    const name = path.posix.join(folder, entry.name)
    if (leftOut.test(entry.name)) continue
    if (entry.isFile()) await copyFile(copy, name)
    if (!entry.isDirectory()) continue
    await copy.archive.folder(`${copy.inside}/${name}`)
    if (!emptied.has(name)) await copyFolder(copy, name)
    if (name === 'pg_wal')
      for (const below of ['archive_status', 'summaries']) await copy.archive.folder(`${copy.inside}/pg_wal/${below}`)
  }
}

// A table dropped during the copy is dropped again by the WAL.
async function copyFile({ cluster, archive, inside }: Omit<Copy, 'client'>, name: string): Promise<void> {
  const handle = await open(path.join(cluster, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  if (!handle) return
  try {
    await archive.file(`${inside}/${name}`, handle)
  } finally {
    await handle.close()
  }
}
