// A mail, as cases want to hear of it. Pure.
import type { Address, Arrival, InteractionId } from '#cases/contract'
import type { Verdict } from '../judge.ts'
import type { MailAddress, ReadMail } from '../reading/shapes.ts'
import type { Waiting } from '../store/receipt.ts'

const MOST_SHOWN = 100
const MOST_TEXT = 2_000_000 // characters; the original holds the rest

type Facts = {
  slip: Waiting
  mail: ReadMail
  verdict: Verdict
  answers: Arrival['answers']
  bounced: InteractionId | null
  attachments: Arrival['attachments']
}

export function toArrival({ slip, mail, verdict, answers, bounced, attachments }: Facts): Arrival {
  const sender = mail.from ?? mail.sender
  const people = mail.to.length + mail.cc.length
  const to = mail.to.slice(0, MOST_SHOWN).map(plain)
  const cc = mail.cc.slice(0, MOST_SHOWN).map(plain)
  return {
    source: `email:${slip.id}`, channel: 'email', entry_point: slip.entry_point_id, kind: mail.kind, at: slip.received_at,
    sent_at: mail.date === null ? null : Temporal.Instant.from(mail.date), from: sender && plain(sender),
    identity: identityOf(mail, sender), to, cc, more_recipients: Math.max(0, people - to.length - cc.length, slip.envelope.more),
    answer_to: mail.reply_to.slice(0, 10).map(plain).filter(({ address }) => address !== ''), subject: mail.subject, text: mail.text.slice(0, MOST_TEXT),
    visible_text: mail.visible_text.slice(0, MOST_TEXT), html: mail.html?.slice(0, MOST_TEXT) ?? null, language: mail.language,
    original_file: slip.file_id, attachments, marks: marksOf({ mail, verdict, bounced }), answers, trusted: verdict.verdict !== 'fail',
  } // prettier-ignore
}

// Our own word in a reply address says nothing to a reader and opens something to a stranger: the original keeps it, the page does not.
const OUR_WORD = /\+[a-z2-7]{26}(?=@)/i
const plain = ({ name, address }: MailAddress): Address => ({ name: name.slice(0, 300), address: address.slice(0, 400).replace(OUR_WORD, '') })

// Machines that return or report mail are nobody's customer.
function identityOf(mail: ReadMail, sender: MailAddress | null): Arrival['identity'] {
  if (mail.kind === 'bounce' || mail.kind === 'report' || !sender) return null
  return /^[^\s@]+@[^\s@]+$/.test(sender.address) && sender.address.length <= 320 ? { kind: 'email', value: sender.address } : null
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
