// Secrets we must be able to read again (a mailbox's password, a signing key) are sealed with a key that lies beside the data, not in
// it: a copy of the database alone opens nothing. AES-256-GCM (NIST SP 800-38D), a fresh 96-bit nonce each.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

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
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return makeSeal(Buffer.from((await readFile(file, 'utf8')).trim(), 'hex'))
}
