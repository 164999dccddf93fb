// What a page carries while it is filled in: which form and version, when it was given out, how much work is asked, and what a question
// expects. Sealed, so that nobody but us can make one or read the answer; its hash is what makes a second sending the same sending.
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Seal } from '#base/seal'

const stampShape = z.object({
  f: z.string(),
  v: z.number().int(),
  at: z.number(),
  bits: z.number().int(),
  n: z.string(),
  q: z.string().optional(),
})
export type Stamp = { form: string; version: number; at: number; bits: number; answer: string | null } // at: epoch milliseconds

const LONGEST = 2_000

export const makeStamp = (seal: Seal, { form, version, at, bits, answer }: Stamp): string =>
  seal
    .close(
      JSON.stringify({
        f: form,
        v: version,
        at,
        bits,
        n: randomBytes(12).toString('base64url'),
        ...(answer === null ? {} : { q: answer }),
      }),
    )
    .toString('base64url')

/** Null when it is none of ours. */
export function readStamp(seal: Seal, text: string): Stamp | null {
  if (text === '' || text.length > LONGEST || !/^[\w-]+$/.test(text)) return null
  try {
    const { f, v, at, bits, q } = stampShape.parse(JSON.parse(seal.open(Buffer.from(text, 'base64url'))))
    return { form: f, version: v, at, bits, answer: q ?? null }
  } catch {
    return null // somebody made it up: that is an answer, not a failure
  }
}
