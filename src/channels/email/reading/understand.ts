import type { Arrival } from './automatic.ts'
import { Reader } from './parlour/reader.ts'
import type { Job, ReaderSettings } from './parlour/reader.ts'
import type { Reading, Unread } from './shapes.ts'

export type ParlourSettings = {
  /** How many mails are read at the same time; each reader is a process, started when first needed. */
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

/** For so many readers that are stuck at a mail a fresh one is taken on, so that two bombs at once hold up nobody. */
const MOST_STUCK = 2
const LARGEST_BYTES = 200_000_000

export function openParlour(settings: ParlourSettings = {}): Parlour {
  return new Parlour(settings)
}

/** Where strangers' mail is read: never in our own process, each mail for a bounded time, in bounded memory. It lives until it is closed. */
export class Parlour {
  readonly #most_readers: number
  readonly #most_waiting: number
  readonly #reader_settings: ReaderSettings
  readonly #readers = new Set<Reader>()
  #waiting: Job[] = []
  /** How many at the front of `#waiting` are already with a reader: taking them out one by one would copy the queue for each. */
  #taken = 0
  #next_id = 1
  #is_open = true

  constructor({ readers = 2, waiting = 1_000, seconds = 10, memory_mb = 512, entry }: ParlourSettings) {
    this.#most_readers = readers
    this.#most_waiting = waiting
    this.#reader_settings = { entry: entry ?? new URL('./parlour/reader-process.ts', import.meta.url), seconds, memory_mb }
  }

  /** Never rejects: what cannot be read comes back as `{ok: false, why, detail}`, and the next mail finds a fresh reader. */
  read(raw: Uint8Array, arrival: Arrival = {}): Promise<Reading> {
    const refusal = this.#refuse(raw)
    if (refusal) return Promise.resolve(refusal)
    return new Promise((settle) => {
      this.#waiting.push({ id: this.#next_id++, raw, arrival, settle })
      this.#assign()
    })
  }

  /** Ends the readers; whoever waits is told. */
  close(): void {
    this.#is_open = false
    for (const reader of this.#readers) reader.close()
    this.#abandon(this.#waiting.splice(0).slice(this.#taken))
    this.#taken = 0
  }

  #refuse(raw: Uint8Array): Unread | null {
    if (!this.#is_open) return { ok: false, why: 'too_busy', detail: 'the parlour is closed' }
    if (raw.length > LARGEST_BYTES) return { ok: false, why: 'too_much_memory', detail: `more than ${LARGEST_BYTES} bytes` }
    const waiting = this.#waiting.length - this.#taken
    if (waiting >= this.#most_waiting) return { ok: false, why: 'too_busy', detail: `${waiting} mails wait` }
    return null
  }

  #assign(): void {
    for (let job = this.#waiting[this.#taken]; job; job = this.#waiting[this.#taken]) {
      const reader = this.#choose(job)
      if (!reader) break
      this.#taken++
      reader.give(job)
    }
    if (this.#taken * 2 >= this.#waiting.length) {
      this.#waiting.splice(0, this.#taken)
      this.#taken = 0
    }
  }

  /** An idle reader; else a new one while more are allowed; else the least loaded one with room. */
  #choose(job: Job): Reader | undefined {
    const free = [...this.#readers].filter((reader) => reader.hasRoom(job.raw)).toSorted((a, b) => a.load - b.load)
    if (free[0]?.load === 0) return free[0]
    const awake = [...this.#readers].filter((reader) => !reader.isStuck).length
    return awake < this.#most_readers && this.#readers.size < this.#most_readers + MOST_STUCK ? this.#hire() : free[0]
  }

  #hire(): Reader {
    const reader: Reader = new Reader(this.#reader_settings, {
      onFree: () => this.#assign(),
      onStuck: (left) => this.#giveBack(left),
      onGone: (left) => {
        this.#readers.delete(reader)
        if (this.#is_open) this.#giveBack(left)
        else this.#abandon(left)
      },
    })
    this.#readers.add(reader)
    return reader
  }

  #giveBack(left: Job[]): void {
    this.#waiting = [...left, ...this.#waiting.slice(this.#taken)]
    this.#taken = 0
    this.#assign()
  }

  #abandon(left: Job[]): void {
    for (const job of left) job.settle({ ok: false, why: 'too_busy', detail: 'the parlour is closed' })
  }
}
