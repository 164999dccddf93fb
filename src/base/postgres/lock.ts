// One process at a time starts, adopts or stops the server of a folder. SQLite is here only for the lock it keeps on its file: the
// system takes it back the moment its holder dies, which no file with a process number in it can promise.
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { PlainError } from '../migrate.ts'
import { asSentence } from './mend.ts'
import { give, type ServerUser } from './server-user.ts'

const PATIENCE_MILLISECONDS = 120_000
const BUSY = 5

export async function underLock<Result>(file: string, user: ServerUser, body: () => Promise<Result>): Promise<Result> {
  const release = await takeLock(file, user, PATIENCE_MILLISECONDS)
  if (!release)
    throw new PlainError(`Another process has been starting or stopping PostgreSQL for two minutes (it holds ${file}).`)
  try {
    return await body()
  } finally {
    release()
  }
}

/** What gives the lock back; nothing when somebody else still had it after so many milliseconds. */
export async function takeLock(file: string, user: ServerUser, milliseconds: number): Promise<(() => void) | undefined> {
  const database = open(file, user)
  try {
    for (const deadline = Date.now() + milliseconds; Date.now() <= deadline; await pause(20))
      if (taken(database)) return () => database.close()
  } catch (error) {
    database.close()
    throw error
  }
  database.close()
  return undefined
}

function open(file: string, user: ServerUser): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: 0 })
    give(file, user)
    return database
  } catch (error) {
    throw asSentence(error, file)
  }
}

function taken(database: DatabaseSync): boolean {
  try {
    database.exec('begin exclusive')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return false
    throw error
  }
}
