// Judges senders in a thread of its own, in bounded time and memory. What cannot be judged in time is "unknown": mail never waits for
// name servers. A mail from this machine or a private network that bears no signature has nothing to be judged by and costs nothing.
import { Worker } from 'node:worker_threads'
import type { Wire } from '../../contract.ts'
import { unjudged, type Judge, type Verdict } from '../judge.ts'
import { isPrivate, type Arrival } from './authenticate.ts'
import type { Verdict as Word } from './verdict.ts'
import type { Sentence } from './sentences.ts'

export type Question = { id: number; bytes: Uint8Array; arrival: Arrival }
export type Ruling = { id: number; verdict: Word; sentences: Sentence[] }
export type Court = { judge: Judge; close(): Promise<void> }

const PATIENCE_MILLISECONDS = 12_000
const MOST_WAITING = 500
const HEAD_BYTES = 65_536
const LARGEST_BYTES = 60_000_000
const unknown: Verdict = {
  verdict: 'unknown',
  fr: 'L’expéditeur n’a pas pu être vérifié à temps.',
  en: 'The sender could not be checked in time.',
}

type Asked = { settle: (verdict: Verdict) => void; timer: NodeJS.Timeout }

export function openCourt(thread = new URL('./court-thread.ts', import.meta.url)): Court {
  const asked = new Map<number, Asked>()
  let worker: Worker | null = null
  let next = 1

  const dismiss = (): void => {
    const gone = worker
    worker = null
    for (const { settle, timer } of asked.values()) {
      clearTimeout(timer)
      settle(unknown)
    }
    asked.clear()
    void gone?.terminate()
  }
  const seat = (): Worker => {
    const seated = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: 256 } })
    seated.on('message', ({ id, verdict, sentences }: Ruling) => {
      const waiting = asked.get(id)
      if (!waiting) return
      clearTimeout(waiting.timer)
      asked.delete(id)
      waiting.settle(shown(verdict, sentences))
    })
    seated.on('error', () => worker === seated && dismiss())
    seated.on('exit', () => worker === seated && dismiss())
    seated.unref()
    return seated
  }
  const judge: Judge = async (raw, wire) => {
    if (isUnsigned(raw, wire)) return unjudged
    if (asked.size >= MOST_WAITING || raw.length > LARGEST_BYTES) return unknown
    worker ??= seat()
    const id = next++
    return await new Promise<Verdict>((resolve) => {
      asked.set(id, { settle: resolve, timer: setTimeout(dismiss, PATIENCE_MILLISECONDS) })
      worker?.postMessage({ id, bytes: raw, arrival: arrivalOf(wire) } satisfies Question)
    })
  }
  return { judge, close: async () => dismiss() }
}

const shown = (verdict: Word, sentences: Sentence[]): Verdict => ({
  verdict,
  fr: sentences.map(({ fr }) => fr).join(' ') || unjudged.fr,
  en: sentences.map(({ en }) => en).join(' ') || unjudged.en,
})

function isUnsigned(raw: Buffer, wire: Wire): boolean {
  if (wire.remote !== undefined && !isPrivate(wire.remote)) return false
  if (wire.authserv_id) return false
  return !/^(dkim-signature|arc-seal)\s*:/im.test(raw.subarray(0, HEAD_BYTES).toString('latin1'))
}

function arrivalOf(wire: Wire): Arrival {
  if (wire.protocol === 'IMAP') return { by: 'imap', authservId: wire.authserv_id ?? null }
  return { by: 'smtp', remote: wire.remote ?? '127.0.0.1', helo: wire.helo ?? '', mailFrom: wire.from ?? '' }
}
