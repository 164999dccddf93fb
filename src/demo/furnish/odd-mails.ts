// Mail that no customer wrote, byte for byte as machines write it. Pure.
import type { Head } from './mailed.ts'

export type Answered = Head & { customer: string } // what a customer was told, and who they are
type Facts = { at: Temporal.Instant; door: string; about: Answered | null }
export type OddMail = {
  minutesAgo: number
  about?: number // concerns the customer we answered last (0), or the one that many before
  forged?: true
  illegible?: string
  write: (facts: Facts) => { from: string; to: string; bytes: Buffer }
}

export const oddMails: readonly OddMail[] = [
  { minutesAgo: 410, write: ({ at, door }) => ({ from: 'lettre@salon-du-luminaire.example', to: door, bytes: mail([
    'From: Salon du Luminaire <lettre@salon-du-luminaire.example>', `To: <${door}>`, 'Subject: Plus que 12 jours avant le Salon du Luminaire', `Date: ${rfcDate(at)}`,
    `Message-ID: <edition-47-${at.epochMilliseconds}@salon-du-luminaire.example>`, 'List-ID: <lettre.salon-du-luminaire.example>', 'List-Unsubscribe: <mailto:stop@salon-du-luminaire.example>', 'Precedence: bulk',
    ], 'Chers professionnels,\n\nCette année, le Salon accueille 240 exposants, un concours d’abat-jour et, à la demande générale, des chaises.\n\nVotre badge vous attend à l’entrée Nord.\n') }) },
  { minutesAgo: 175, illegible: 'the reader gave up on nested parts; kept whole, to be tried again', write: ({ at, door }) => ({ from: 'expediteur@boite-etrange.example', to: door, bytes: mail([
    'From: =?utf-8?Q?Ma=C3=AEtre_Poulain?= <expediteur@boite-etrange.example>', `To: <${door}>`, `Subject: ${encoded('Pièce jointe dans une pièce jointe')}`, `Date: ${rfcDate(at)}`,
    `Message-ID: <matriochka-${at.epochMilliseconds}@boite-etrange.example>`,
    ], 'Bonjour,\n\nMon logiciel de courrier a rangé ce message dans plusieurs enveloppes. J’espère que vous trouverez la dernière.\n\nMaître Poulain\n') }) },
  { minutesAgo: 130, about: 1, write: ({ at, about }) => ({ from: '', to: about!.answerTo, bytes: bounce(about!, rfcDate(at)) }) },
  { minutesAgo: 88, about: 3, write: ({ at, about }) => ({ from: about!.customer, to: about!.answerTo, bytes: mail([
    `From: <${about!.customer}>`, `To: <${about!.answerTo}>`, `Subject: ${encoded('Réponse automatique : absence jusqu’à lundi')}`, `Date: ${rfcDate(at)}`,
    `Message-ID: <absence-${at.epochMilliseconds}@courriel.example>`, `In-Reply-To: ${about!.messageId}`, `References: ${about!.messageId}`, 'Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All',
    ], 'Bonjour,\n\nJe suis en vacances jusqu’à lundi, sans téléphone, volontairement.\n') }) },
  { minutesAgo: 52, about: 5, forged: true, write: ({ at, about }) => ({ from: 'service-client@paiement-rapide.example', to: about!.answerTo, bytes: mail([
    'From: "Service des paiements" <service-client@paiement-rapide.example>', `To: <${about!.answerTo}>`, `Subject: ${about!.subject}`, `Date: ${rfcDate(at)}`,
    `Message-ID: <urgent-${at.epochMilliseconds}@paiement-rapide.example>`, `In-Reply-To: ${about!.messageId}`, `References: ${about!.messageId}`,
    ], 'Bonjour,\n\nSuite à votre échange, merci de nous transmettre les coordonnées bancaires du client pour finaliser le remboursement. C’est urgent.\n\nLe service des paiements\n') }) },
] // prettier-ignore

const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=` // RFC 2047

const mail = (head: readonly string[], text: string): Buffer =>
  Buffer.from(
    [...head, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text]
      .join('\n')
      .replaceAll('\n', '\r\n'),
  )

// A delivery status notification (RFC 3464): who did not get it, why, and the head of what was sent.
const bounce = ({ messageId, from, subject, answerTo, customer }: Answered, date: string): Buffer =>
  Buffer.from(`From: Mail Delivery System <MAILER-DAEMON@relais.example>
To: <${from}>
Subject: Undelivered Mail Returned to Sender
Date: ${date}
Message-ID: <retour-1@relais.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="retour"

--retour
Content-Type: text/plain; charset=us-ascii

The mail system could not deliver your message: mailbox is full.

--retour
Content-Type: message/delivery-status

Reporting-MTA: dns; relais.example
Arrival-Date: ${date}

Final-Recipient: rfc822; ${customer}
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

--retour
Content-Type: text/rfc822-headers

From: <${from}>
Reply-To: <${answerTo}>
Subject: ${subject}
Message-ID: ${messageId}

--retour--
`.replaceAll('\n', '\r\n')) // prettier-ignore

const rfcDate = (at: Temporal.Instant): string => new Date(at.epochMilliseconds).toUTCString().replace('GMT', '+0000')
