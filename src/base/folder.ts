// Makes a folder that is not there yet, or says in a sentence why it cannot be used.
import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { PlainError } from './migrate.ts'

export function makeFolder(folder: string): void {
  try {
    make(folder)
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const why =
      code === 'EACCES' || code === 'EPERM' || code === 'EROFS'
        ? 'this user may not write there'
        : 'it is no folder that can be written to'
    throw new PlainError(`The data folder ${folder} cannot be used: ${why} (${code}). Choose another with GUICHET_DATA.`)
  }
}

// Step by step: mkdir's own `recursive` never comes back from a place such as /proc.
function make(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  const above = path.dirname(folder)
  if (above !== folder) make(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // somebody else just made it
  }
}
