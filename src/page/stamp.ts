// The sealed field of a form on a page of ours: who posts it has seen the page, and when. It holds no secret; nobody but us can make one.
import type { Seal } from '#base/seal'

const LONGEST = 600

export type Stamp = { purpose: string; now: Temporal.Instant } // purpose: which form, of whom; a stamp of another form is none

export const makeStamp = (seal: Seal, { purpose, now }: Stamp): string =>
  seal.close(`${now.epochMilliseconds} ${purpose}`).toString('base64url')

/** When the page was given out; undefined when the stamp is not ours, or of another form. */
export function readStamp(seal: Seal, text: unknown, purpose: string): Temporal.Instant | undefined {
  if (typeof text !== 'string' || text === '' || text.length > LONGEST) return undefined
  const plain = opened(seal, text)
  const [, at, what] = /^(\d{12,15}) (.*)$/s.exec(plain ?? '') ?? []
  return at !== undefined && what === purpose ? Temporal.Instant.fromEpochMilliseconds(Number(at)) : undefined
}

// A stamp that somebody made up does not open: that is an answer, not a failure.
function opened(seal: Seal, text: string): string | undefined {
  try {
    return seal.open(Buffer.from(text, 'base64url'))
  } catch {
    return undefined
  }
}
