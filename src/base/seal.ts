// Secrets we must be able to read again (a mailbox's password, a signing key) are sealed with a key that lies beside the data, not in
// it: a copy of the database alone opens nothing. AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce each.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { access, constants, copyFile, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PlainError } from './migrate.ts'

export type Seal = { close(plain: string): Buffer; open(sealed: Buffer): string }

export function makeSeal(key: Buffer): Seal {
  return {
    close: (plain) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open: (sealed) => {
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
      cipher.setAuthTag(sealed.subarray(12, 28))
      return cipher.update(sealed.subarray(28), undefined, 'utf8') + cipher.final('utf8')
    },
  }
}

export async function sealBeside(folder: string): Promise<Seal> {
  const file = path.join(folder, 'secret.key')
  await mkdir(folder, { recursive: true })
  await access(file).catch(() => makeKey(file))
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex')
  if (key.length !== 32)
    throw new PlainError(
      `The key in ${file} is damaged. Restore that file from a backup; without it sealed passwords cannot be read.`,
    )
  return makeSeal(key)
}

// Whole or not at all, and never over another: a key that is lost opens nothing any more.
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
  await link(draft, file).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') await copyFile(draft, file, constants.COPYFILE_EXCL) // a file system without links
  })
  await unlink(draft)
}
