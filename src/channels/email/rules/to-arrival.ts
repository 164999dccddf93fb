// A mail, as cases want to hear of it. Pure.
import type { Address, Arrival, InteractionId } from '#cases/contract'
import type { Verdict } from '../judge.ts'
import type { MailAddress, ReadMail } from '../reading/shapes.ts'
import type { Waiting } from '../store/receipt.ts'

const MOST_SHOWN = 100
const MOST_SUBJECT = 1_000
const MOST_NAME = 300
const MOST_TEXT = 2_000_000 // characters; the original holds the rest

type Facts = {
  slip: Waiting
  mail: ReadMail
  verdict: Verdict
  answers: Arrival['answers']
  bounced: InteractionId | null
  attachments: Arrival['attachments']
  returned?: boolean
}

export function toArrival({ slip, mail, verdict, answers, bounced, attachments, returned = false }: Facts): Arrival {
  const sender = mail.from ?? mail.sender
  const people = mail.to.length + mail.cc.length
  const to = mail.to.slice(0, MOST_SHOWN).map(plain)
  const cc = mail.cc.slice(0, MOST_SHOWN).map(plain)
  return {
    source: `email:${slip.id}`, channel: 'email', entry_point: slip.entry_point_id, kind: kindOf({ slip, mail, returned }), at: slip.received_at,
    sent_at: mail.date === null ? null : Temporal.Instant.from(mail.date), from: sender && plain(sender),
    identity: returned ? null : identityOf(mail, sender), to, cc, more_recipients: Math.max(0, people - to.length - cc.length, slip.envelope.more),
    answer_to: mail.reply_to.slice(0, 10).map(plain).filter(({ address }) => address !== ''), subject: plainly(mail.subject, MOST_SUBJECT), text: mail.text.slice(0, MOST_TEXT),
    visible_text: mail.visible_text.slice(0, MOST_TEXT), html: mail.html?.slice(0, MOST_TEXT) ?? null, language: mail.language,
    original_file: slip.file_id, attachments, marks: marksOf({ mail, verdict, bounced }), answers, trusted: verdict.verdict !== 'fail', returned,
    invites: { addresses: [...to, ...cc].map(({ address }) => address).filter((address) => !isHere(slip, address)), proven: verdict.verdict === 'pass' },
  } // prettier-ignore
}

// Our own word in a reply address says nothing to a reader and opens something to a stranger: the original keeps it, the page does not.
const OUR_WORD = /\+[a-z2-7]{26}(?=@)/i
const plain = ({ name, address }: MailAddress): Address => ({
  name: plainly(name, MOST_NAME),
  address: address.slice(0, 400).replace(OUR_WORD, ''),
})

// What turns the direction of the words around it, or cannot be seen at all, lets a sender pass for another ("moc.knab" read as "bank.com").
const MISLEADING = /[\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const plainly = (text: string, most: number): string => text.replace(MISLEADING, '').trim().slice(0, most).toWellFormed()

// The very door it came to takes no part: it is us.
const isHere = ({ envelope }: Waiting, address: string): boolean =>
  envelope.to.some((own) => own.replace(/\+[^@]*(?=@)/, '').toLowerCase() === address.replace(/\+[^@]*(?=@)/, '').toLowerCase())

// Our own mail that comes back is an answer of no person; what our own provider took for spam asks for nothing. A provider is ours when it
// hands over by LMTP, or when the mailbox names its authentication service: anybody else's word is the sender's.
function kindOf({ slip, mail, returned }: Pick<Facts, 'slip' | 'mail'> & { returned: boolean }): Arrival['kind'] {
  if (returned) return 'auto-reply'
  const vouched = slip.door === 'lmtp' || Boolean(slip.envelope.authserv_id)
  return mail.kind === 'message' && vouched && mail.headers.some(saysSpam) ? 'spam' : mail.kind
}

// SpamAssassin and rspamd; Exchange's spam confidence level from 5 on.
function saysSpam({ name, value }: ReadMail['headers'][number]): boolean {
  if (name === 'x-spam-flag' || name === 'x-spam') return /^\s*yes\b/i.test(value)
  if (name === 'x-spam-status') return /^\s*yes\b/i.test(value)
  return name === 'x-ms-exchange-organization-scl' && Number(value) >= 5
}

// Machines that return or report mail are nobody's customer.
function identityOf(mail: ReadMail, sender: MailAddress | null): Arrival['identity'] {
  if (mail.kind === 'bounce' || mail.kind === 'report' || !sender) return null
  return /^[^\s@]+@[^\s@]+$/.test(sender.address) && sender.address.length <= 320
    ? { kind: 'email', value: sender.address }
    : null
}

function marksOf({ mail, verdict, bounced }: Pick<Facts, 'mail' | 'verdict' | 'bounced'>): Arrival['marks'] {
  return {
    authentication: verdict,
    ...(mail.bounce ? { bounce: { recipients: mail.bounce.recipients.slice(0, MOST_SHOWN), of: bounced } } : {}),
    ...(mail.truncated.length > 0 ? { truncated: mail.truncated } : {}),
    ...(mail.remote.length > 0 ? { remote_images: mail.remote.length } : {}),
    ...(mail.automatic.is_automatic || !mail.automatic.may_acknowledge ? { automatic: true } : {}),
  }
}
