// Proof of work, after Hashcash (Back 2002): the hash of the stamp and a counter begins with so many zero bits. Costly to find, one hash to check.
import { createHash } from 'node:crypto'

export function isProven(stamp: string, proof: string, bits: number): boolean {
  if (!/^\d{1,15}$/.test(proof)) return false
  return zeroBits(createHash('sha256').update(`${stamp}.${proof}`).digest()) >= bits
}

export function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0)
  return first === -1 ? hash.length * 8 : first * 8 + Math.clz32(hash[first]!) - 24
}

/** For programs that send forms themselves (the demonstration, tests): looks until it finds. */
export function prove(stamp: string, bits: number): string {
  for (let counter = 0; ; counter++) if (isProven(stamp, String(counter), bits)) return String(counter)
}
