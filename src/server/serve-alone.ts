// One server at a time on a data folder: two would send an answer that the other believes interrupted. The lock is the system's own, so
// that a killed server leaves none behind. Commands beside the server (doctor, backup) do not take it.
import path from 'node:path'
import type { Config } from '#base/config'
import { PlainError } from '#base/migrate'
import { takeLock } from '#base/postgres/lock'

const PATIENCE_MILLISECONDS = 2_000 // for one that is about to leave

export async function serveAlone({ data, databaseUrl }: Config): Promise<() => void> {
  if (databaseUrl !== '') return () => {}
  const letGo = await takeLock(path.join(data, 'serving'), {}, PATIENCE_MILLISECONDS)
  if (!letGo) throw new PlainError(`Guichet already serves ${data}. Stop it first, or set GUICHET_DATA to another folder.`)
  return letGo
}
