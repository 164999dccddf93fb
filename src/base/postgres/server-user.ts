// PostgreSQL refuses to run as root. Under root it runs as the owner of its folder; a new folder is given to the user "guichet" where
// the machine has one, else to "nobody".
import { chownSync, lchownSync, lstatSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { PlainError } from '../migrate.ts'

export type ServerUser = { ids?: { uid: number; gid: number } } // none: the user we are

export function serverUser(directory: string): ServerUser {
  const me = process.getuid?.()
  const owner = lstatSync(directory, { throwIfNoEntry: false })
  if (me === 0) return { ids: owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivileged() }
  if (owner && owner.uid !== me)
    throw new PlainError(`The data in ${directory} belongs to another user (number ${owner.uid}): start Guichet as that user.`)
  return {}
}

function unprivileged(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const found = ['guichet', 'nobody'].map((name) => accounts.find(([account]) => account === name)).find(Boolean)
  if (!found)
    throw new PlainError(
      'PostgreSQL does not run as root and this machine has no user "guichet" or "nobody": start Guichet as a normal user.',
    )
  return { uid: Number(found[2]), gid: Number(found[3]) }
}

export function give(file: string, { ids }: ServerUser): void {
  if (ids) chownSync(file, ids.uid, ids.gid)
}

/** A folder that root copied or restored belongs to root; the server must own every file of it. */
export function giveWhole(folder: string, user: ServerUser): void {
  if (!user.ids || lstatSync(folder).uid === user.ids.uid) return
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, entry), user.ids.uid, user.ids.gid)
  give(folder, user) // last, so that a walk cut short is taken up again
}
