// Mail that no customer wrote, byte for byte as machines write it. Pure.
import type { Head } from './mailed.ts'

export type OddMail = { minutesAgo: number; from: string; to: string; bytes: Buffer; forged?: true; illegible?: string }
type Facts = { now: Temporal.Instant; door: string; lost: Head | undefined; claimed: Head | undefined; away: Head | undefined }

export function oddMails({ now, door, lost, claimed, away }: Facts): OddMail[] {
  const dated = (minutesAgo: number) => rfcDate(now.subtract({ minutes: minutesAgo }))
  const mails: OddMail[] = [
    { minutesAgo: 410, from: 'lettre@salon-du-luminaire.example', to: door, bytes: mail([
      'From: Salon du Luminaire <lettre@salon-du-luminaire.example>', `To: <${door}>`, 'Subject: Plus que 12 jours avant le Salon du Luminaire', `Date: ${dated(410)}`,
      'Message-ID: <edition-47@salon-du-luminaire.example>', 'List-ID: <lettre.salon-du-luminaire.example>', 'List-Unsubscribe: <mailto:stop@salon-du-luminaire.example>', 'Precedence: bulk',
      ], 'Chers professionnels,\n\nCette année, le Salon accueille 240 exposants, un concours d’abat-jour et, à la demande générale, des chaises.\n\nVotre badge vous attend à l’entrée Nord.\n') },
    { minutesAgo: 175, from: 'expediteur@boite-etrange.example', to: door, illegible: 'the reader gave up on nested parts; kept whole, to be tried again', bytes: mail([
      'From: =?utf-8?Q?Ma=C3=AEtre_Poulain?= <expediteur@boite-etrange.example>', `To: <${door}>`, 'Subject: Pièce jointe dans une pièce jointe', `Date: ${dated(175)}`,
      'Message-ID: <matriochka@boite-etrange.example>',
      ], 'Bonjour,\n\nMon logiciel de courrier a rangé ce message dans plusieurs enveloppes. J’espère que vous trouverez la dernière.\n\nMaître Poulain\n') },
  ] // prettier-ignore
  if (lost) mails.push({ minutesAgo: 130, from: '', to: lost.answerTo, bytes: bounce(lost, dated(130)) })
  if (away)
    mails.push({ minutesAgo: 88, from: away.from, to: away.answerTo, bytes: mail([
      `From: <absence@courriel.example>`, `To: <${away.answerTo}>`, `Subject: =?utf-8?B?${Buffer.from('Réponse automatique : absent jusqu’à lundi').toString('base64')}?=`, `Date: ${dated(88)}`,
      'Message-ID: <absence-1@courriel.example>', `In-Reply-To: ${away.messageId}`, `References: ${away.messageId}`, 'Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All',
      ], 'Bonjour,\n\nJe suis en vacances jusqu’à lundi, sans téléphone, volontairement.\n') }) // prettier-ignore
  if (claimed)
    mails.push({ minutesAgo: 52, from: 'service-client@paiement-rapide.example', to: claimed.answerTo, forged: true, bytes: mail([
      'From: "Service des paiements" <service-client@paiement-rapide.example>', `To: <${claimed.answerTo}>`, `Subject: Re: ${claimed.subject.replace(/^Re: /i, '')}`, `Date: ${dated(52)}`,
      'Message-ID: <urgent-77@paiement-rapide.example>', `In-Reply-To: ${claimed.messageId}`, `References: ${claimed.messageId}`,
      ], 'Bonjour,\n\nSuite à votre échange, merci de nous transmettre les coordonnées bancaires du client pour finaliser le remboursement. C’est urgent.\n\nLe service des paiements\n') }) // prettier-ignore
  return mails
}

const mail = (head: readonly string[], text: string): Buffer =>
  Buffer.from(
    [...head, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', text]
      .join('\n')
      .replaceAll('\n', '\r\n'),
  )

// A delivery status notification (RFC 3464): who did not get it, why, and the head of what was sent.
const bounce = ({ messageId, from, subject, answerTo }: Head, date: string): Buffer =>
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

Final-Recipient: rfc822; quelqu.un@courriel.example
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
