import { domainToASCII } from 'node:url'

/**
 * The form in which mail addresses are kept and compared: no outer spaces, Unicode composed (NFC), lower case, the domain in ASCII
 * (RFC 5890 A-labels). Local parts are formally case-sensitive (RFC 5321 §2.4) but no mailbox of the world tells two apart by case.
 * Null when it is no address: no @, an empty side, a space or control character, more than 64 + 255 octets (RFC 5321 §4.5.3.1).
 */
export function normaliseMailAddress(given: string): string | null {
  const address = given.trim().normalize('NFC').toLowerCase()
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const domain = domainToASCII(address.slice(at + 1))
  if (at < 1 || domain === '' || Buffer.byteLength(local) > 64 || domain.length > 255) return null
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0020\u007f<>]/.test(local) ? null : `${local}@${domain}`
}

/**
 * The addresses under which a recipient may be known, nearest first: itself, then without what follows the first plus sign
 * (RFC 5233 subaddressing: contact+anything@x reaches contact@x). A quoted local part is taken whole.
 */
export function mailboxesOf(given: string): string[] {
  const address = normaliseMailAddress(given)
  if (address === null) return []
  const at = address.lastIndexOf('@')
  const plus = address.startsWith('"') ? -1 : address.slice(0, at).indexOf('+')
  return plus > 0 ? [address, address.slice(0, plus) + address.slice(at)] : [address]
}
