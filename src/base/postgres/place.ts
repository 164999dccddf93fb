// Where everything of the embedded PostgreSQL lies.
import { chownSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { PlainError } from '../migrate.ts'
import { asSentence } from './mend.ts'
import { bringPrograms } from './programs.ts'
import { serverUser, type ServerUser } from './server-user.ts'
import { socketFolder } from './socket.ts'

export type Place = { directory: string; cluster: string; lock: string; programs: string; socket: string; user: ServerUser }
export type Settings = Record<string, string>

export function prepare(directory: string): Place {
  if (process.platform === 'win32')
    throw new PlainError('The embedded PostgreSQL does not run on Windows: use WSL, or set DATABASE_URL.')
  try {
    const user = serverUser(directory)
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    if (user.ids && statSync(directory).uid !== user.ids.uid) chownSync(directory, user.ids.uid, user.ids.gid)
    const cluster = path.join(directory, 'cluster')
    const programs = bringPrograms(user, directory)
    return {
      directory,
      cluster,
      lock: path.join(directory, 'lock'),
      programs,
      user,
      socket: socketFolder(directory, cluster, user),
    }
  } catch (error) {
    throw asSentence(error, directory)
  }
}
