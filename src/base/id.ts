// Ids are UUIDv7 (RFC 9562 §5.7): they sort by the moment they were made, so new rows land at the end of every index.
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from './contract.ts'

export function newId<Name extends string>(now: Temporal.Instant): Id<Name> {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.epochMilliseconds, 0, 6)
  bytes.writeUInt16BE(0x7000 | next(now.epochMilliseconds), 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Name>
}

// Twelve bits of sequence within a millisecond (RFC 9562 §6.2, method 1): what one process makes in order, sorts in order.
let last = { millisecond: 0, sequence: 0 }
function next(millisecond: number): number {
  last = { millisecond, sequence: last.millisecond === millisecond ? (last.sequence + 1) & 0xfff : 0 }
  return last.sequence
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567' // RFC 4648 base32, lower case: survives mail servers that change case

// 26 letters of base32 carry 130 bits.
export function newToken(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte & 31]).join('')
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export { isUuid } from './contract.ts'
