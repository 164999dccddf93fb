/**
 * The reader: a process that does nothing but read mail, so that it can be killed. It takes requests from standard input, one after the
 * other, and ends when that closes. The guard that watches its memory and its parent is loaded before it (`guard.ts`).
 */
import { readMail } from '../read.ts'
import type { Reading } from '../shapes.ts'
import { frameReader, toFrame } from './frames.ts'
import type { Answer, Request } from './messages.ts'

async function answer({ id, raw, arrival }: Request): Promise<void> {
  send({ id, reading: await read(raw, arrival) })
}

async function read(raw: Uint8Array, arrival: Request['arrival']): Promise<Reading> {
  try {
    return { ok: true, mail: await readMail(raw, arrival) }
  } catch (error) {
    // A fault of ours in one mail must not cost the next one its reader.
    return { ok: false, why: 'unreadable', detail: error instanceof Error ? error.message.slice(0, 300) : 'unknown fault' }
  }
}

function send(message: Answer): void {
  for (const piece of toFrame(message)) process.stdout.write(piece)
}

let last: Promise<void> = Promise.resolve()
const take = frameReader((value) => {
  const request = value as Request // see messages.ts
  last = last.then(() => answer(request))
})

process.stdin.on('data', take)
process.stdin.on('end', () => process.exit(0))
process.stdout.on('error', () => process.exit(0))
send({ ready: true })
