import { addressParser } from 'postal-mime'
import type { Address } from 'postal-mime'
import { headerText } from './headers.ts'
import type { Allowance } from './limits.ts'
import { LIMITS } from './limits.ts'
import type { MailAddress } from './shapes.ts'

/** Address lists (RFC 5322 section 3.4), groups opened, empty entries left out, at most `LIMITS.addresses`. */
export function readAddresses(values: string[], allowance: Allowance): MailAddress[] {
  const found: MailAddress[] = []
  for (const value of values) {
    for (const address of addressParser(value)) collect(address, found)
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

function cleanAddress(address: string): string {
  return address
    .replace(/[\s\p{Cc}<>]+/gu, '')
    .replace(/^mailto:/i, '')
    .replace(/^'(.*)'$/, '$1')
}
