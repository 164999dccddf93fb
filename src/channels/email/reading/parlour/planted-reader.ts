/**
 * A reader with faults, for tests only: it speaks the reader's language, but a mail whose first word is an order makes it hang, eat memory
 * or die. Everything else is answered with its text as the subject.
 */
import { readMail } from '../read.ts'
import { frameReader, toFrame } from './frames.ts'
import type { Request } from './messages.ts'

const hoard: unknown[] = []

const FAULTS: Record<string, () => void> = {
  hang: () => {
    for (;;) Math.random()
  },
  'eat the heap': () => {
    for (;;) hoard.push(Array.from({ length: 100_000 }, () => ({ fat: true })))
  },
  'eat buffers': () => {
    for (;;) hoard.push(Buffer.alloc(16_000_000, 1))
  },
  die: () => process.exit(3),
  'throw late': () => {
    setTimeout(() => {
      throw new Error('planted fault')
    }, 0)
  },
}

/** Longer than a reader may be silent before others take what waits behind it. */
function dawdle(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500)
}

async function answer({ id, raw, arrival }: Request): Promise<void> {
  const words = Buffer.from(raw).toString().trim()
  if (words === 'dawdle') dawdle()
  const fault = FAULTS[words]
  if (fault) return fault()
  for (const piece of toFrame({
    id,
    reading: { ok: true, mail: await readMail(words === 'dawdle' ? Buffer.from('Subject: slow\n\n') : raw, arrival) },
  }))
    process.stdout.write(piece)
}

let last: Promise<void> = Promise.resolve()
const take = frameReader((value) => {
  const request = value as Request // see messages.ts
  last = last.then(() => answer(request))
})

process.stdin.on('data', take)
process.stdin.on('end', () => process.exit(0))
for (const piece of toFrame({ ready: true })) process.stdout.write(piece)
