// Which rules a contact is served by while new ones are tried: drawn by chance, and yet the same each time one asks. Pure.
//
// The case decides, where there is one, so that one customer does not bounce between two ways of being served. Another trial draws anew: its id is
// part of what is hashed. When the share grows, whoever is on the new rules stays there.

export type Drawing = { trial: string; share_per_mille: number } // 0 to 1000
export type Arm = 'current' | 'candidate'

/** `key`: the case's id, or the contact's own where it has no case. */
export const armOf = ({ trial, share_per_mille }: Drawing, key: string): Arm =>
  placeOf(`${trial}/${key}`) < share_per_mille / 1000 ? 'candidate' : 'current'

// FNV-1a over the characters, then the finishing steps of MurmurHash3, which spread ids that differ in one digit all over the line: [0, 1).
function placeOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
