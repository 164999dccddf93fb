// A certificate made by ourselves, for a door that was given none: senders use STARTTLS opportunistically and do not check the name
// (RFC 7435), so any key of our own keeps the mail from being read on the way. smtp-server's built-in key is published, hence useless.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

export type Certificate = { key: string; cert: string } // PEM both

/**
 * A self-signed X.509 v3 certificate (RFC 5280) for `host`, P-256 with ECDSA-SHA256 (RFC 5758), valid from a day before `now` for
 * ten years.
 */
export function makeCertificate(host: string, now: Temporal.Instant): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(oid(COMMON_NAME), utf8(host.slice(0, 64))))) // ub-common-name is 64
  const algorithm = sequence(oid(ECDSA_WITH_SHA256))
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40 // positive and of full length (§4.1.2.2)
  const content = sequence(
    tagged(0, integer(Buffer.from([2]))), // v3
    integer(serial),
    algorithm,
    name,
    sequence(time(now.subtract({ hours: 24 })), time(now.add({ hours: 24 * 3_650 }))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(subjectAlternativeName(host))),
  )
  const signature = sign('sha256', content, privateKey)
  const certificate = sequence(content, algorithm, bits(signature))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem('CERTIFICATE', certificate) }
}

const COMMON_NAME = '2.5.4.3'
const SUBJECT_ALT_NAME = '2.5.29.17'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'

const subjectAlternativeName = (host: string) =>
  sequence(oid(SUBJECT_ALT_NAME), der(0x04, sequence(der(0x82, Buffer.from(host, 'ascii')))))

// The few shapes of DER (ITU-T X.690) that a certificate needs.
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const set = (...parts: Buffer[]) => der(0x31, ...parts)
const integer = (value: Buffer) => der(0x02, value)
const utf8 = (text: string) => der(0x0c, Buffer.from(text, 'utf8'))
const bits = (value: Buffer) => der(0x03, Buffer.from([0]), value)
const tagged = (number: number, content: Buffer) => der(0xa0 | number, content)

// Years to 2049 are UTCTime, later ones GeneralizedTime (RFC 5280 §4.1.2.5).
function time(at: Temporal.Instant): Buffer {
  const digits = at.round('second').toString().replace(/[-:T]/g, '')
  return digits < '2050' ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const digits = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}

const pem = (label: string, bytes: Buffer) =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`
