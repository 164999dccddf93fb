// One mail over one session: MAIL, RCPT, DATA, the message, the final dot, the answer.
import { isAscii as isAsciiBytes } from 'node:buffer'
import { domainToASCII } from 'node:url'
import { RelayFailure, sentenceOf, type Phase, type Sentence } from './relay-failure.ts'
import type { Reply } from './reply.ts'
import type { Session } from './session.ts'

export type Envelope = { from: string; to: string[] } // from: '' for mail that must never bounce (RFC 3834 §3.3)
export type RefusedRecipient = { address: string; permanent: boolean; code: number; enhanced: string | null; response: string }
export type Delivery =
  | { state: 'handed_over'; response: string; accepted: string[]; rejected: RefusedRecipient[] }
  | {
      state: 'failed' // nothing was sent to anybody
      permanent: boolean
      code: number | null // null: it never came to an answer
      enhanced: string | null
      sentence: Sentence
      response: string | null
      accepted: []
      rejected: RefusedRecipient[]
    }
  | { state: 'uncertain'; why: Sentence } // the whole message had left, the answer never came

type Failed = Extract<Delivery, { state: 'failed' }>
type Answers = { sender: Reply; recipients: Reply[]; data: Reply | null }

/**
 * Hands one mail over. The connection is still usable afterwards unless this throws or the answer is `uncertain`.
 *
 * A message counts as sent only once the final dot has left (RFC 5321 §4.2.5: without it the relay must throw the message away), so
 * the dot is written apart, after the operating system has taken everything before it. When the connection ends earlier, nothing
 * was sent; later, and without an answer, nobody can know (§4.5.3.2.6 and RFC 1047).
 * @throws {RelayFailure} when nothing was sent because the connection failed
 */
export async function handOver(session: Session, envelope: Envelope, bytes: Buffer): Promise<Delivery> {
  const unfit = unfitFor(session, envelope, bytes)
  if (unfit) return unfit
  const answers = await announce(session, envelope, bytes)
  const { accepted, rejected } = sortRecipients(envelope, answers.recipients)
  if (!isYes(answers.sender)) {
    if (answers.data?.code === 354) session.wire.destroy() // it refused the sender and wants the message: not to be trusted with either
    return failedBy('sender', answers.sender)
  }
  if (accepted.length === 0) return await giveUp(session, answers, rejected)
  const data = answers.data ?? (await session.wire.ask('data', 'DATA'))
  if (data.code !== 354) return failedBy('data', data, rejected)
  return await sendMessage(session, bytes, { accepted, rejected })
}

type Sorted = { accepted: string[]; rejected: RefusedRecipient[] }

async function sendMessage({ wire }: Session, bytes: Buffer, sorted: Sorted): Promise<Delivery> {
  const message = dotStuffed(bytes)
  for (let at = 0; at < message.length; at += PART) await wire.write('body', message.subarray(at, at + PART))
  wire.check('body')
  try {
    await wire.write('answer', '.\r\n')
    const reply = await wire.hear('answer')
    if (!isYes(reply)) return failedBy('answer', reply, sorted.rejected)
    return { state: 'handed_over', response: reply.text, ...sorted }
  } catch (error) {
    if (error instanceof RelayFailure) return { state: 'uncertain', why: sentenceOf(error) }
    throw error
  }
}

const PART = 256 * 1024

async function announce({ wire, extensions }: Session, envelope: Envelope, bytes: Buffer): Promise<Answers> {
  const mail = `MAIL FROM:<${inAscii(envelope.from)}>${parameters(extensions, envelope, bytes)}`
  const recipients = envelope.to.map((address) => `RCPT TO:<${inAscii(address)}>`)
  if (extensions.has('PIPELINING')) {
    // One round trip for the whole envelope (RFC 2920 §3.1: DATA may end a group).
    await wire.write('sender', [mail, ...recipients, 'DATA', ''].join('\r\n'))
    const sender = await wire.hear('sender')
    try {
      return { sender, recipients: await hearEach(wire, recipients), data: await wire.hear('data') }
    } catch (error) {
      if (isYes(sender) || !(error instanceof RelayFailure)) throw error
      return { sender, recipients: [], data: null } // it said no and hung up: the no is what counts
    }
  }
  const answer = await wire.ask('sender', mail)
  const answers: Reply[] = []
  if (isYes(answer)) for (const command of recipients) answers.push(await wire.ask('recipients', command))
  return { sender: answer, recipients: answers, data: null }
}

async function hearEach(wire: Session['wire'], commands: string[]): Promise<Reply[]> {
  const replies: Reply[] = []
  for (let n = 0; n < commands.length; n++) replies.push(await wire.hear('recipients'))
  return replies
}

function parameters(extensions: Session['extensions'], envelope: Envelope, bytes: Buffer): string {
  const wanted: [boolean, string, string][] = [
    [true, 'SIZE', `SIZE=${bytes.length}`], // RFC 1870
    [!isAsciiBytes(bytes), '8BITMIME', 'BODY=8BITMIME'], // RFC 6152
    [needsUtf8(envelope), 'SMTPUTF8', 'SMTPUTF8'], // RFC 6531
  ]
  return wanted.map(([needed, keyword, text]) => (needed && extensions.has(keyword) ? ` ${text}` : '')).join('')
}

function sortRecipients({ to }: Envelope, replies: Reply[]): Sorted {
  const judged = replies.map((reply, n) => ({ address: to[n]!, reply }))
  return {
    accepted: judged.filter(({ reply }) => isYes(reply)).map(({ address }) => address),
    rejected: judged
      .filter(({ reply }) => !isYes(reply))
      .map(({ address, reply }) => ({
        address,
        permanent: isPermanent(reply),
        code: reply.code,
        enhanced: reply.enhanced,
        response: reply.text,
      })),
  }
}

// Nobody was accepted. A relay that takes DATA all the same gets an empty message, which goes to nobody (RFC 2920 §3.1).
async function giveUp({ wire }: Session, { data, recipients }: Answers, rejected: RefusedRecipient[]): Promise<Failed> {
  if (data?.code === 354) await wire.ask('data', '.').catch(connectionGone)
  // When some may still be accepted later, the whole is worth another try.
  const temporary = recipients.find((reply) => !isPermanent(reply))
  return failedBy('recipients', temporary ?? recipients[0]!, rejected)
}

function connectionGone(error: unknown): void {
  if (!(error instanceof RelayFailure)) throw error // the refusals stand, and the next mail finds out for itself
}

/** What a relay's "no" means for the mail as a whole. */
export function failedBy(phase: Phase, reply: Reply, rejected: RefusedRecipient[] = []): Failed {
  return {
    state: 'failed',
    permanent: isPermanent(reply) && !IN_OUR_SETTINGS.has(reply.code),
    code: reply.code,
    enhanced: reply.enhanced,
    sentence: sentenceOf({ phase, trouble: { kind: 'refused', reply } }),
    response: reply.text,
    accepted: [],
    rejected,
  }
}

// 530, 534, 535, 538 (RFC 4954 §6) say that we did not sign in rightly. That is mended in the settings, not by the author of the mail.
const IN_OUR_SETTINGS = new Set([530, 534, 535, 538])
const isYes = ({ code }: Reply) => code >= 200 && code < 300
const isPermanent = ({ code }: Reply) => code >= 500

function unfitFor({ extensions }: Session, envelope: Envelope, bytes: Buffer): Failed | null {
  const limit = Number(extensions.get('SIZE') ?? 0)
  if (limit > 0 && bytes.length > limit) {
    const [have, may] = [bytes.length, limit].map((size) => Math.ceil(size / 1024 / 1024))
    return unfit(552, '5.3.4', {
      fr: `Le message fait ${have} Mio, le relais n’en accepte que ${may}. Envoyez les pièces jointes autrement.`,
      en: `The message has ${have} MiB and the relay takes only ${may}. Send the attachments another way.`,
    })
  }
  if (needsUtf8(envelope) && !extensions.has('SMTPUTF8')) {
    return unfit(553, '5.6.7', {
      fr: 'Le relais n’accepte pas les adresses avec des lettres accentuées ou d’un autre alphabet avant le @.',
      en: 'The relay does not take addresses with accented or non-Latin letters before the @.',
    })
  }
  return null
}

/** A mail that we ourselves find cannot be sent, in the same form as a relay's refusal. */
export function unfit(code: number, enhanced: string, sentence: Sentence): Failed {
  return { state: 'failed', permanent: true, code, enhanced, sentence, response: null, accepted: [], rejected: [] }
}

const localPart = (address: string) => address.slice(0, address.lastIndexOf('@'))
// eslint-disable-next-line no-control-regex
const isAscii = (text: string) => /^[\x00-\x7f]*$/.test(text)
const needsUtf8 = ({ from, to }: Envelope) => [from, ...to].some((address) => !isAscii(localPart(address)))

// A domain always has an ASCII form (RFC 5891); only what stands before the @ may need SMTPUTF8.
function inAscii(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 0 || isAscii(address.slice(at)) ? address : `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1))}`
}

/**
 * A message as it goes over the wire: every line ends in CRLF (a bare CR or LF could smuggle a second message past a relay that takes
 * it for a line end), and a dot at the start of a line is doubled (RFC 5321 §4.5.2).
 */
export function dotStuffed(bytes: Buffer): Buffer {
  const lines = bytes
    .toString('latin1')
    .replace(/\r(?!\n)|(?<!\r)\n/g, '\r\n')
    .replace(/^\./gm, '..')
  return Buffer.from(lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`, 'latin1')
}
