// Mail: what came through its doors, what waits in the tray, what left, and the doors themselves.
import { z } from 'zod'
import { endpoint, event, id, instant, nothing, pageInput, pageOf, refusal, type Id } from '#base/contract'

export type ReceiptId = Id<'receipt'>
export type MailboxId = Id<'mailbox'>
export type DkimKeyId = Id<'dkim_key'>

// What the wire said of a mail before anybody read it.
export type Wire = {
  remote?: string
  helo?: string
  from?: string
  to: string[]
  more: number
  tls?: boolean
  protocol: string
  internal_date?: string | null
  authserv_id?: string | null
}

export const receiptsShape = z.object({
  door: z.string(),
  entry_point: z.object({ id: z.string(), name: z.string(), address: z.string().nullable() }),
  received: z.number().int(),
  filed: z.number().int(),
  in_tray: z.number().int(),
  waiting: z.number().int(), // received a moment ago, being filed
  last_at: instant().nullable(),
})
export const slipShape = z.object({
  id: id<'receipt'>(),
  door: z.string(),
  entry_point: z.object({ id: z.string(), name: z.string() }),
  received_at: instant(),
  size: z.number().int(),
  from: z.string().nullable(),
  why: z.enum(['too_slow', 'too_much_memory', 'crashed', 'unreadable', 'too_busy', 'unfetchable', 'not_filed']),
  detail: z.string(),
  has_original: z.boolean(),
})
export const keptMailShape = z.object({
  interaction: id<'interaction'>(),
  case_id: id<'case'>(),
  case_number: z.number().int(),
  to: z.array(z.string()),
  subject: z.string(),
  state: z.string(),
  composed_at: instant(),
  attempts: z.number().int(),
  last_answer: z.string().nullable(),
})
const sentence = z.object({ fr: z.string(), en: z.string() })
export const hopShape = z.object({ name: z.string(), ok: z.boolean(), milliseconds: z.number(), sentence: sentence.nullable() })
export const probeShape = z.object({ ok: z.boolean(), hops: z.array(hopShape) })
export const mailboxHealth = z.object({
  state: z.enum(['connecting', 'backfilling', 'watching', 'waiting', 'refused']),
  since: instant(),
  last_seen_at: instant().nullable(),
  behind: z.number().int().nullable(),
  dead: z.boolean(),
  error: z.object({ code: z.string(), fr: z.string(), en: z.string() }).nullable(),
})
const mailboxSettings = {
  host: z.string().trim().min(1).max(253),
  port: z.number().int().min(1).max(65_535).default(993),
  security: z.enum(['tls', 'starttls', 'none']).default('tls'),
  user: z.string().trim().min(1).max(320),
  folder: z.string().trim().min(1).max(500).default('INBOX'),
  start: z.enum(['now', 'beginning']).default('now'),
  after: z.union([z.enum(['leave', 'seen', 'delete']), z.object({ move: z.string().min(1).max(500) })]).default('leave'),
  authserv_id: z.string().trim().max(253).nullable().default(null),
}
const secret = z.union([
  z.object({ kind: z.literal('password'), password: z.string().min(1).max(1_000) }),
  z.object({
    kind: z.literal('oauth2'), provider: z.enum(['google', 'microsoft', 'other']), client_id: z.string().max(500), client_secret: z.string().max(1_000).default(''),
    refresh_token: z.string().min(1).max(4_000), token_url: z.url().optional(),
  }), // prettier-ignore
])
export type MailboxSecret = z.infer<typeof secret>
export const mailboxShape = z.object({
  ...mailboxSettings,
  id: id<'mailbox'>(),
  entry_point: z.object({ id: z.string(), name: z.string() }),
  health: mailboxHealth.nullable(),
  last_mail_at: instant().nullable(),
  version: z.number().int(),
})
export type MailboxSettings = Omit<z.infer<typeof mailboxShape>, 'id' | 'entry_point' | 'health' | 'last_mail_at' | 'version'>

export const mailReceived = event(
  'mail.received',
  z.object({ receipt_id: id<'receipt'>(), entry_point: z.string(), door: z.string() }),
)
export const mailInTray = event('mail.in_tray', z.object({ receipt_id: id<'receipt'>(), why: z.string() }))
export const mailboxChanged = event('mailbox.changed', z.object({ mailbox_id: id<'mailbox'>() }))

export const slipGone = refusal('tray.slip_gone', 404, {
  fr: 'Ce courrier n’est plus dans le bac. Rechargez la liste.',
  en: 'This mail is no longer in the tray. Reload the list.',
})
export const mailboxUnknown = refusal('mailbox.unknown', 404, {
  fr: 'Cette boîte aux lettres n’existe pas. Revenez au bureau de poste.',
  en: 'There is no such mailbox. Go back to the post office.',
})
export const doorClosed = refusal('post_office.door_closed', 409, {
  fr: 'La porte du courrier est fermée ou ne répond pas. Vérifiez le réglage GUICHET_SMTP_PORT, puis recommencez.',
  en: 'The mail door is closed or does not answer. Check the setting GUICHET_SMTP_PORT, then try again.',
})
export const dkimKeysEnough = refusal('dkim.enough', 409, {
  fr: 'Ce domaine a déjà deux clés de signature. Retirez d’abord l’une d’elles.',
  en: 'This domain already has two signing keys. Retire one of them first.',
})

const one = z.object({ id: id<'receipt'>() })
export const getReceipts = endpoint({
  method: 'GET', path: '/api/v1/receipts', permission: 'channel.read', summary: 'Per door: received = filed + in the tray (+ on its way)', input: nothing,
  output: z.object({ items: z.array(receiptsShape) }),
}) // prettier-ignore
export const getTray = endpoint({
  method: 'GET', path: '/api/v1/tray', permission: 'channel.read', summary: 'What could not be filed', input: z.object(pageInput), output: pageOf(slipShape),
}) // prettier-ignore
export const postTrayRetry = endpoint({
  method: 'POST', path: '/api/v1/tray/:id/retry', permission: 'tray.handle', summary: 'Try to file it again', input: one, output: nothing,
}) // prettier-ignore
export const postTrayCase = endpoint({
  method: 'POST', path: '/api/v1/tray/:id/case', permission: 'tray.handle', summary: 'Open a case with the original attached, unread', input: one,
  output: z.object({ case_id: id<'case'>() }),
}) // prettier-ignore
export const deleteTraySlip = endpoint({
  method: 'DELETE', path: '/api/v1/tray/:id', permission: 'tray.handle', summary: 'Set aside; the original stays kept', input: one, output: nothing,
}) // prettier-ignore
export const getOutgoing = endpoint({
  method: 'GET', path: '/api/v1/outgoing', permission: 'channel.read', summary: 'The latest mails written here, with what became of them', input: nothing,
  output: z.object({ relay: z.string().nullable(), items: z.array(keptMailShape) }),
}) // prettier-ignore
export const postProbe = endpoint({
  method: 'POST', path: '/api/v1/post-office/probe', permission: 'channel.manage', summary: 'Send ourselves a mail and show each hop',
  input: z.object({ entry_point: z.uuid() }), output: probeShape,
}) // prettier-ignore
export const officeShape = z.object({
  smtp_port: z.number().int().nullable(), // null: off
  relay: z.string().nullable(),
  hours: z.array(z.object({ at: instant(), received: z.number().int(), in_tray: z.number().int() })), // the last 24
})
export const getOffice = endpoint({
  method: 'GET', path: '/api/v1/post-office', permission: 'channel.read', summary: 'By which doors mail comes and goes, and how much came by the hour', input: nothing,
  output: officeShape,
}) // prettier-ignore
export const postSample = endpoint({
  method: 'POST', path: '/api/v1/post-office/sample', permission: 'channel.manage', summary: 'An imaginary customer writes to us, through the real SMTP door',
  input: z.object({ language: z.enum(['fr', 'en']).default('fr') }),
  output: z.object({ filed: z.boolean(), case_id: z.string().nullable(), from: z.string(), subject: z.string() }),
}) // prettier-ignore
export const listMailboxes = endpoint({
  method: 'GET', path: '/api/v1/mailboxes', permission: 'channel.read', summary: 'Mailboxes we fetch from', input: nothing,
  output: z.object({ items: z.array(mailboxShape) }),
}) // prettier-ignore
export const postMailbox = endpoint({
  method: 'POST', path: '/api/v1/mailboxes', permission: 'channel.manage', summary: 'Fetch mail from a mailbox',
  input: z.object({ ...mailboxSettings, entry_point: z.uuid(), secret }), output: z.object({ id: id<'mailbox'>(), version: z.number().int() }),
}) // prettier-ignore
export const postMailboxProbe = endpoint({
  method: 'POST', path: '/api/v1/mailbox-probes', permission: 'channel.manage', summary: 'Try the settings of a mailbox, hop by hop',
  input: z.object({ ...mailboxSettings, secret }), output: probeShape,
}) // prettier-ignore
export const deleteMailbox = endpoint({
  method: 'DELETE', path: '/api/v1/mailboxes/:id', permission: 'channel.manage', summary: 'Stop fetching from a mailbox', input: z.object({ id: id<'mailbox'>() }),
  output: nothing,
}) // prettier-ignore
const mailDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/, 'must be a domain, such as example.org')
export const dkimKeyShape = z.object({
  id: id<'dkim_key'>(),
  domain: z.string(),
  selector: z.string(),
  made_at: instant(),
  record: z.object({ name: z.string(), text: z.string(), zone: z.string() }), // the TXT record to publish, and as a line of a zone file
})
export const listDkim = endpoint({
  method: 'GET', path: '/api/v1/dkim-keys', permission: 'channel.read', summary: 'Keys our mail is signed with, and the records to publish', input: nothing,
  output: z.object({ items: z.array(dkimKeyShape) }),
}) // prettier-ignore
export const postDkim = endpoint({
  method: 'POST', path: '/api/v1/dkim-keys', permission: 'channel.manage', summary: 'Make a key for a domain of ours; mail from it is signed from now on',
  input: z.object({ domain: mailDomain, kind: z.enum(['rsa', 'ed25519']).default('rsa') }), output: dkimKeyShape,
}) // prettier-ignore
export const deleteDkim = endpoint({
  method: 'DELETE', path: '/api/v1/dkim-keys/:id', permission: 'channel.manage', summary: 'Sign with this key no more',
  input: z.object({ id: id<'dkim_key'>() }), output: nothing,
}) // prettier-ignore
