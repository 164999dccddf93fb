// Mail is taken only while the disk keeps a reserve: PostgreSQL that cannot write its log stops altogether, and then nobody can read or
// answer what is already here. Below the reserve the sender is asked to come back (452), as RFC 5321 §4.2.3 has it.
import { statfs } from 'node:fs/promises'

const RESERVE_BYTES = 128 * 1024 * 1024
const COPIES = 3 // the raw mail, its attachments, and PostgreSQL's log of them

export type HasRoom = (bytes: number) => Promise<boolean>

export const roomIn =
  (folder: string): HasRoom =>
  async (bytes) => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize > RESERVE_BYTES + COPIES * bytes
  }
