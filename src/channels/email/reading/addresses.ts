import { addressParser } from 'postal-mime'
import type { Address } from 'postal-mime'
import { headerText } from './headers.ts'
import type { Allowance } from './limits.ts'
import { LIMITS } from './limits.ts'
import type { MailAddress } from './shapes.ts'

/** Address lists (RFC 5322 section 3.4), groups opened, entries without an address left out, at most `LIMITS.addresses`. */
export function readAddresses(values: string[], allowance: Allowance): MailAddress[] {
  return readEntries(values, allowance).filter((one) => one.address !== '')
}

/** Who a mail says it is from: the first with an address, else the words that stand in its place ("Jean" without one). */
export function readSender(values: string[], allowance: Allowance): MailAddress | null {
  const entries = readEntries(values, allowance)
  return entries.find((one) => one.address !== '') ?? entries[0] ?? null
}

function readEntries(values: string[], allowance: Allowance): MailAddress[] {
  const found: MailAddress[] = []
  for (const value of values) {
    for (const address of addressParser(withoutComments(value))) collect(address, found)
    if (found.length > LIMITS.addresses) break
  }
  if (found.length <= LIMITS.addresses) return found
  allowance.truncated.add('addresses')
  return found.slice(0, LIMITS.addresses)
}

function collect(address: Address, into: MailAddress[]): void {
  if (address.group) {
    for (const member of address.group) collect(member, into)
    return
  }
  const name = headerText(address.name ?? '')
  const bare = cleanAddress(address.address ?? '')
  if (name !== '' || bare !== '') into.push({ name, address: bare })
}

/** Comments and blanks inside angle brackets (RFC 5322 section 4.4: `<pete(his account)@silly.test(his host)>`) are no part of the address. */
function withoutComments(value: string): string {
  return value.replace(/<[^<>"]{1,1000}>/g, (bracketed) => bracketed.replace(/\([^()]*\)|\s+/g, ''))
}

function cleanAddress(address: string): string {
  return address
    .replace(/[\s\p{Cc}<>]+/gu, '')
    .replace(/^mailto:/i, '')
    .replace(/^'(.*)'$/, '$1')
}
