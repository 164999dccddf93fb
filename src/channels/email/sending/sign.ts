// DKIM (RFC 6376, ed25519 by RFC 8463): our domain answers for what leaves here. Written by hand because neither nodemailer nor
// mailauth can sign a header field once more than it is present, without which anybody on the way may add a second From or a Reply-To
// and keep the signature valid; mailauth checks the result in the tests.
import { createHash, createPrivateKey, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto'

export type DkimKey = { domain: string; selector: string; privateKey: string } // PEM, PKCS#8
export type DkimRecord = {
  name: string // where it is published: guichet._domainkey.example.org
  text: string // the TXT record's text
  zone: string // the same as a line of a zone file, cut into strings of 255 (RFC 6376 §3.6.2.2)
}

// Each of these is signed as often as it is there and once more (RFC 6376 §8.15).
const SIGNED = ['from', 'to', 'cc', 'subject', 'date', 'message-id', 'reply-to', 'in-reply-to', 'references', 'mime-version', 'content-type', 'content-transfer-encoding', 'auto-submitted'] // prettier-ignore

/**
 * The mail with a DKIM-Signature for each key put in front; several keys (RSA and ed25519) sign side by side (RFC 8463 §3). The same
 * mail, keys and instant give the same bytes.
 * @param bytes a composed mail: every line ends in CRLF
 * @throws when a key cannot be used: an unsigned mail must not leave as if it were signed
 */
export function sign(bytes: Buffer, keys: DkimKey[], at: Temporal.Instant): Buffer {
  if (keys.length === 0) return bytes
  const text = bytes.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) throw new Error('a mail without a body cannot be signed')
  const mail = { fields: text.slice(0, end).split(/\r\n(?![ \t])/), bodyHash: hash(relaxedBody(text.slice(end + 4))) }
  return Buffer.concat([...keys.map((key) => Buffer.from(signatureOf(mail, key, at), 'latin1')), bytes])
}

type Mail = { fields: string[]; bodyHash: string }

function signatureOf({ fields, bodyHash }: Mail, { domain, selector, privateKey }: DkimKey, at: Temporal.Instant): string {
  const key = readKey(privateKey, `${selector}._domainkey.${domain}`)
  const isRsa = key.asymmetricKeyType === 'rsa'
  const named = SIGNED.map((name) => ({ name, present: fields.filter((field) => nameOf(field) === name).toReversed() })) // last first (§5.4.2)
  const tags = [
    `v=1; a=${isRsa ? 'rsa' : 'ed25519'}-sha256; c=relaxed/relaxed; d=${domain}; s=${selector};`,
    `t=${Math.floor(at.epochMilliseconds / 1000)}; bh=${bodyHash};`,
    `h=${named.map(({ name, present }) => [...present, null].map(() => name).join(':')).join(':\r\n\t')};`,
    'b=',
  ]
  const unsigned = `DKIM-Signature: ${tags.join('\r\n\t')}`
  const canonical = [...named.flatMap(({ present }) => present), unsigned].map(relaxedField).join('\r\n')
  // Ed25519 signs the hash as its message (RFC 8463 §3), RSA hashes by itself.
  const input = Buffer.from(canonical, 'latin1')
  const signature = isRsa ? signBytes('sha256', input, key) : signBytes(null, createHash('sha256').update(input).digest(), key)
  return `${unsigned}${signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n\t')}\r\n`
}

function readKey(pem: string, name: string): KeyObject {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // the message of node:crypto may quote the key
  }
  throw new Error(`the DKIM key ${name} cannot sign: it is neither an RSA nor an ed25519 key in PEM form`)
}

const nameOf = (field: string) => field.slice(0, field.indexOf(':')).trim().toLowerCase()

// §3.4.2
function relaxedField(field: string): string {
  const value = field.slice(field.indexOf(':') + 1).replace(/\r\n/g, '')
  return `${nameOf(field)}:${value.replace(/[ \t]+/g, ' ').trim()}`
}

// §3.4.4
function relaxedBody(body: string): string {
  const lines = body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '')
  let end = lines.length
  while (lines.slice(Math.max(0, end - 2), end) === '\r\n') end -= 2
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`
}

const hash = (text: string) => createHash('sha256').update(text, 'latin1').digest('base64')

/** A new key and the record to publish for it. RSA of 2048 bits is understood everywhere (RFC 8301 §3.2); ed25519 is short. */
export function makeDkimKey(kind: 'rsa' | 'ed25519', domain: string, selector: string): { key: DkimKey; record: DkimRecord } {
  const { publicKey, privateKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  // RSA publishes the whole structure, ed25519 its bare 32 bytes (RFC 8463 §4.2).
  const published = (kind === 'rsa' ? spki : spki.subarray(-32)).toString('base64')
  const text = `v=DKIM1; k=${kind}; p=${published}`
  return {
    key: { domain, selector, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
    record: zoneLine({ domain, selector, text }),
  }
}

/** Where a record is published, and the same as a line of a zone file. */
export function zoneLine({ domain, selector, text }: { domain: string; selector: string; text: string }): DkimRecord {
  const name = `${selector}._domainkey.${domain}`
  const strings = text.match(/.{1,255}/g) ?? []
  return { name, text, zone: `${name}. IN TXT ${strings.map((part) => `"${part}"`).join(' ')}` }
}
