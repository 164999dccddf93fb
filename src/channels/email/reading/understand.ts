import type { Arrival } from './automatic.ts'
import { Reader } from './parlour/reader.ts'
import type { Job, ReaderSettings } from './parlour/reader.ts'
import type { Reading } from './shapes.ts'

export type ParlourSettings = {
  /** How many mails are read at the same time; each reader is a process. */
  readers?: number
  /** How many mails may wait; one more is told "too busy" at once and keeps its place in the intake. */
  waiting?: number
  /** Time for one mail; a large one gets 0.3 s more per megabyte. */
  seconds?: number
  /** V8 heap of a reader. */
  memory_mb?: number
  /** The program of the reader; another one only in tests. */
  entry?: URL
}

/** Where strangers' mail is read: never in our own process, one mail at a time, for a bounded time, in bounded memory. */
export type Parlour = {
  /** Never rejects: what cannot be read comes back as `{ok: false, why, detail}`, and the next mail finds a fresh reader. */
  read: (raw: Uint8Array, arrival?: Arrival) => Promise<Reading>
  close: () => void
}

const LARGEST_BYTES = 200_000_000

export function openParlour(settings: ParlourSettings = {}): Parlour {
  const { readers: most = 2, waiting: most_waiting = 1_000 } = settings
  const reader_settings: ReaderSettings = {
    entry: settings.entry ?? new URL('./parlour/reader-process.ts', import.meta.url),
    seconds: settings.seconds ?? 10,
    memory_mb: settings.memory_mb ?? 512,
  }
  const readers = new Set<Reader>()
  let waiting: Job[] = []
  let next_id = 1
  let is_open = true

  function hire(): Reader {
    const reader: Reader = new Reader(reader_settings, {
      onFree: assign,
      onStuck: giveBack,
      onGone: (left) => {
        readers.delete(reader)
        if (is_open) giveBack(left)
        else abandon([...left, ...waiting])
      },
    })
    readers.add(reader)
    return reader
  }

  function giveBack(left: Job[]): void {
    waiting = [...left, ...waiting]
    assign()
  }

  function assign(): void {
    let taken = 0
    for (const job of waiting) {
      const reader = choose(job)
      if (!reader) break
      reader.give(job)
      taken++
    }
    if (taken > 0) waiting = waiting.slice(taken)
  }

  /** The least loaded reader with room; a new one when all have work and one more is allowed. */
  function choose(job: Job): Reader | undefined {
    const idle = [...readers].find((reader) => reader.load === 0)
    if (idle) return idle
    if (readers.size < most) return hire()
    return [...readers].filter((reader) => reader.hasRoom(job.raw)).toSorted((a, b) => a.load - b.load)[0]
  }

  function abandon(left: Job[]): void {
    for (const job of left) job.settle({ ok: false, why: 'too_busy', detail: 'the parlour is closed' })
    waiting = []
  }

  function read(raw: Uint8Array, arrival: Arrival = {}): Promise<Reading> {
    if (!is_open) return Promise.resolve({ ok: false, why: 'too_busy', detail: 'the parlour is closed' })
    if (raw.length > LARGEST_BYTES)
      return Promise.resolve({ ok: false, why: 'too_much_memory', detail: `more than ${LARGEST_BYTES} bytes` })
    if (waiting.length >= most_waiting)
      return Promise.resolve({ ok: false, why: 'too_busy', detail: `${waiting.length} mails wait` })
    return new Promise((settle) => {
      waiting.push({ id: next_id++, raw, arrival, settle })
      assign()
    })
  }

  function close(): void {
    is_open = false
    for (const reader of readers) reader.close()
    if (readers.size === 0) abandon(waiting)
  }

  return { read, close }
}
