import type { BounceReason } from '../shapes.ts'

export type Notice = { from: string; subject: string; body: string; headers?: string[]; charset?: string }

export type Wanted = { address: string; reason: BounceReason; permanent?: boolean; status?: string | null }

/** Notices in the wording of mail systems of several countries, written for the tests beside this with invented names. */
export const NOTICES: { name: string; notice: Notice; wanted: Wanted[] }[] = [
  {
    name: 'Postfix',
    notice: {
      from: 'Mail Delivery System <MAILER-DAEMON@mx.example.net>',
      subject: 'Undelivered Mail Returned to Sender',
      body: `This is the mail system at host mx.example.net.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients.

For further assistance, please send mail to <postmaster@example.net>

                   The mail system

<jean@dupont.example>: host mx1.dupont.example[192.0.2.7] said: 552 5.2.2
    <jean@dupont.example>: Recipient address rejected: Mailbox over quota (in reply to RCPT TO command)
`,
    },
    wanted: [{ address: 'jean@dupont.example', reason: 'mailbox_full', status: '5.2.2' }],
  },
  {
    name: 'Exim',
    notice: {
      from: 'Mail Delivery System <Mailer-Daemon@exim.example>',
      subject: 'Mail delivery failed: returning message to sender',
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  marie@exemple.example
    host mx.exemple.example [192.0.2.9]
    SMTP error from remote mail server after RCPT TO:<marie@exemple.example>:
    550 5.1.1 <marie@exemple.example>: User unknown in virtual mailbox table

------ This is a copy of the message, including all the headers. ------

Return-path: <contact@guichet.example>
Message-ID: <envoi-1@guichet.example>
From: Service client <contact+tok123@guichet.example>
To: marie@exemple.example, autre@ailleurs.example
`,
    },
    wanted: [{ address: 'marie@exemple.example', reason: 'user_unknown', status: '5.1.1' }],
  },
  {
    name: 'Exchange in French',
    notice: {
      from: 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@societe.example>',
      subject: 'Non remis : Votre commande 4512',
      body: `Échec de la remise pour ces destinataires ou groupes :

paul.martin@societe.example
L'adresse de messagerie que vous avez entrée est introuvable. Vérifiez l'adresse de messagerie du destinataire et essayez de renvoyer le message.

Informations de diagnostic pour les administrateurs :

Serveur de génération : SRV01.societe.local

paul.martin@societe.example
Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'

En-têtes du message d'origine :

From: contact@guichet.example
`,
    },
    wanted: [{ address: 'paul.martin@societe.example', reason: 'user_unknown', status: '5.1.10' }],
  },
  {
    name: 'Gmail in French',
    notice: {
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      headers: ['In-Reply-To: <envoi-2@guichet.example>'],
      body: `** Adresse introuvable **

Votre message n'a pas été remis à lucie.petit@gmail.example, car l'adresse est introuvable ou ne peut pas recevoir de messages.

Réponse :

550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address.
`,
    },
    wanted: [{ address: 'lucie.petit@gmail.example', reason: 'user_unknown', status: '5.1.1' }],
  },
  {
    name: 'Orange, blocked for reputation',
    notice: {
      from: 'MAILER-DAEMON@relais.example',
      subject: 'Undelivered Mail Returned to Sender',
      body: `<client@orange.example>: host smtp-in.orange.example[192.0.2.1] refused to talk to me: 421 opmta1 Service refuse. Veuillez essayer plus tard.
    service refused, please try later. OFR_506 Your IP address is listed in the blacklist [506]
`,
    },
    wanted: [{ address: 'client@orange.example', reason: 'blocked' }],
  },
  {
    name: 'Free, too many connections, only late',
    notice: {
      from: 'MAILER-DAEMON@relais.example',
      subject: 'Delayed Mail (still being retried)',
      body: `# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<client@free.example>: host mx1.free.example[192.0.2.2] said: 421 Too many connections from your host
`,
    },
    wanted: [{ address: 'client@free.example', reason: 'rate', permanent: false }],
  },
  {
    name: 'a French provider, account closed',
    notice: {
      from: 'postmaster@laposte.example',
      subject: 'Échec de la distribution de votre message',
      body: `Bonjour,

Votre message n'a pas pu être distribué au destinataire suivant :

  sophie@laposte.example

Motif : le compte du destinataire est suspendu.

---- Message d'origine ----
From: contact@guichet.example
`,
    },
    wanted: [{ address: 'sophie@laposte.example', reason: 'suspended' }],
  },
  {
    name: 'OVH (qmail wording), several recipients',
    notice: {
      from: 'MAILER-DAEMON@mail.ovh.example',
      subject: 'failure notice',
      body: `Hi. This is the qmail-send program at mail.ovh.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<un@ovh.example>:
192.0.2.4 does not like recipient.
Remote host said: 550 5.7.1 Message rejected as spam by content filter

<deux@ovh.example>:
Sorry, I couldn't find any host named ovh.example. (#5.1.2)

--- Below this line is a copy of the message.

Return-Path: <contact@guichet.example>
To: <trois@ovh.example>
`,
    },
    wanted: [
      { address: 'un@ovh.example', reason: 'spam', status: '5.7.1' },
      { address: 'deux@ovh.example', reason: 'host_unknown', status: '5.1.2' },
    ],
  },
  {
    name: 'a German server',
    notice: {
      from: 'Mailzustellung <mailer-daemon@post.example>',
      subject: 'Unzustellbar: Ihre Bestellung',
      body: `Ihre Nachricht konnte nicht zugestellt werden.

Empfänger: hans@post.example
Grund: Das Postfach ist voll.

--- Ursprüngliche Nachricht ---
An: hans@post.example
`,
    },
    wanted: [{ address: 'hans@post.example', reason: 'mailbox_full' }],
  },
  {
    name: 'a Japanese operator',
    notice: {
      from: 'Mail Delivery Subsystem <mail-daemon@keitai.example>',
      subject: '=?utf-8?B?44Oh44O844Or6YWN5L+h5LiN6IO9?=',
      body: `次のあて先へのメッセージはエラーのため送信できませんでした。

neko@keitai.example

宛先が見つかりません。

元のメッセージ
`,
    },
    wanted: [{ address: 'neko@keitai.example', reason: 'user_unknown' }],
  },
  {
    name: 'Yahoo',
    notice: {
      from: 'MAILER-DAEMON@yahoo.example',
      subject: 'Failure Notice',
      body: `Sorry, we were unable to deliver your message to the following address.

<ana@yahoo.example>:
554: 30: This user doesn't have a yahoo.example account (ana@yahoo.example) [0]

--- Below this line is a copy of the message.
`,
    },
    wanted: [{ address: 'ana@yahoo.example', reason: 'user_unknown' }],
  },
]
