// What makes two deliveries one mail. Pure.
// A Message-ID alone will not do: broken programs use one twice for different mails, and one of them would be lost. The trace headers
// differ between deliveries of the same mail, so they are left out; what a person would compare is kept: id, date, sender, subject,
// recipients, text and attachments.
import { createHash } from 'node:crypto'
import type { ReadMail } from '../reading/shapes.ts'

// A mail without a Message-ID has nothing that says which one it is: a device may send the same words every day, and each of them is a
// mail. Only the very same bytes within an hour are a delivery repeated by a sender that did not hear our 250 (RFC 5321 §4.5.4.1 has
// senders come back after half an hour; most come sooner).
const REPEATED_WITHIN = Temporal.Duration.from({ hours: 1 })

/** SHA-256 (32 bytes). `raw` is the hash of the mail as it came, which tells apart what has no Message-ID. */
export function fingerprint(mail: ReadMail, raw: string): Buffer {
  const hash = createHash('sha256')
  const people = [mail.from, ...mail.to, ...mail.cc].slice(0, 500).map((person) => person?.address ?? '')
  const files = mail.attachments.map((file) => `${file.name ?? ''} ${file.sha256}`)
  for (const part of [mail.message_id ?? raw, mail.date ?? '', mail.subject, ...people, mail.text, mail.html ?? '', ...files]) {
    hash.update(`${part.length}:`)
    hash.update(part)
  }
  return hash.digest()
}

export const isRepeated = (mail: ReadMail, first: Temporal.Instant, now: Temporal.Instant): boolean =>
  mail.message_id !== null || Temporal.Instant.compare(now, first.add(REPEATED_WITHIN)) < 0
