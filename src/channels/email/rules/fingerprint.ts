// What makes two deliveries one mail. Pure.
// A Message-ID alone will not do: broken programs use one twice for different mails, and one of them would be lost. The trace headers
// differ between deliveries of the same mail, so they are left out; what a person would compare is kept: id, date, sender, subject,
// recipients, text and attachments.
import { createHash } from 'node:crypto'
import type { ReadMail } from '../reading/shapes.ts'

/** SHA-256 (32 bytes). */
export function fingerprint(mail: ReadMail): Buffer {
  const hash = createHash('sha256')
  const people = [mail.from, ...mail.to, ...mail.cc].slice(0, 500).map((person) => person?.address ?? '')
  const files = mail.attachments.map((file) => `${file.name ?? ''} ${file.sha256}`)
  for (const part of [mail.message_id ?? '', mail.date ?? '', mail.subject, ...people, mail.text, mail.html ?? '', ...files]) {
    hash.update(`${part.length}:`)
    hash.update(part)
  }
  return hash.digest()
}
