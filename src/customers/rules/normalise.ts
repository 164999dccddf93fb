// One way to write each address, so that the same person is recognised however it was typed. Pure.
// What it gives is for finding; what was typed is kept beside it and is what people see.
import { createHash } from 'node:crypto'
import { domainToASCII } from 'node:url'
import parsePhone from 'libphonenumber-js/max'
import type { IdentityKind } from '../contract.ts'

const LONGEST = 400 // a hostile sender writes addresses of kilobytes; beyond this they are told apart by their hash
const INVISIBLE = /\p{Cf}/gu
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu

// Gives null when nothing is left that could tell anybody from anybody else.
export function normalise(kind: IdentityKind, value: string): string | null {
  const clean = value.normalize('NFC').replace(INVISIBLE, '').replace(BREAKS, ' ').trim()
  const found = written[kind](clean)
  if (found === '') return null
  return found.length <= LONGEST ? found : `${found.slice(0, 300)}…${createHash('sha256').update(found).digest('hex')}`
}

// RFC 5321 §2.4 lets a server tell capitals apart in the local part; nobody does, and people do not remember how they typed it.
// Tags (+) and dots are kept: for all but one provider they are different mailboxes. IDN domains as ASCII (RFC 5890).
function email(value: string): string {
  const address = /^(?:mailto:)?<?([^<>]*)>?$/i.exec(value)?.[1]?.trim() ?? value
  const at = address.lastIndexOf('@')
  if (at < 1) return address.toLowerCase().replace(/\s+/g, '')
  const domain = address
    .slice(at + 1)
    .replace(/\.$/, '')
    .toLowerCase()
  return `${unquoted(address.slice(0, at)).toLowerCase()}@${domainToASCII(domain) || domain}`
}

// "marie"@example.fr and marie@example.fr are one address (RFC 5322 §3.2.4) when the quotes were not needed.
const unquoted = (local: string): string => /^"([^"\\\s@]+)"$/.exec(local.trim())?.[1] ?? local.trim()

// E.164; a number without a country is French. What is no number of any plan (short codes, internal lines) is its digits.
function phone(value: string): string {
  const typed = value.slice(0, 250).replace(/^tel:/i, '')
  const digits = international(typed.replace(/[^\d+*#]/g, '').replace(/(?!^)\+/g, ''))
  const parsed = [international(typed), digits].map((text) => parsePhone(text, 'FR')).find((each) => each?.isPossible())
  return parsed?.number ?? (/\d/.test(digits) ? digits : '')
}

const international = (number: string): string => number.replace(/^00+(?=\d)/, '+')

const handle = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/^@+/, '').replace(/\s+/g, ' ').trim()

// Loose on purpose: a street is written in ten ways, and a wrong "same" is worse here than a missed one.
const postal = (value: string): string =>
  value
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const written: Record<IdentityKind, (value: string) => string> = { email, phone, handle, postal }

// A company's domain as somebody types it: "www.Exemple.fr", "@exemple.fr".
export function domainOf(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^@|^www\./, '')
    .replace(/[/.]+$/, '')
  return domainToASCII(plain) || plain
}
