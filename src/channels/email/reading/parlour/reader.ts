import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Arrival } from '../automatic.ts'
import type { Reading, Unread } from '../shapes.ts'
import { frameReader, toFrame } from './frames.ts'
import type { Answer, Request } from './messages.ts'

export type Job = { id: number; raw: Uint8Array; arrival: Arrival; settle: (reading: Reading) => void }

export type ReaderSettings = { entry: URL; seconds: number; memory_mb: number }

/** What a reader tells the house: it has room; it is long at one mail, or has gone. `left` are jobs it has not answered: another reads them. */
type ReaderEvents = { onFree: () => void; onStuck: (left: Job[]) => void; onGone: (left: Job[]) => void }

/** So many small mails may be under way to one reader: the pipe never runs dry, and little is read again when it dies. */
const WINDOW_JOBS = 32
const WINDOW_BYTES = 4_000_000
const START_SECONDS = 60
/** Past this, nobody waits behind the mail it is at. */
const STUCK_SECONDS = 0.5
const SECONDS_PER_MEGABYTE = 0.3
const TOLD_TO_GO = new Set<string>(['SIGINT', 'SIGTERM', 'SIGHUP'])

/** One child process and the jobs given to it, in order. Time runs for the first of them only. It lives until it is closed or dies. */
export class Reader {
  readonly #process: ChildProcessWithoutNullStreams
  readonly #settings: ReaderSettings
  readonly #events: ReaderEvents
  #jobs: Job[] = []
  #bytes = 0
  #ready = false
  #talk = ''
  #killed_for: Unread['why'] | null = null
  #timer: NodeJS.Timeout | undefined
  #stuck_timer: NodeJS.Timeout | undefined
  #is_stuck = false
  #gave_away = false

  constructor(settings: ReaderSettings, events: ReaderEvents) {
    this.#settings = settings
    this.#events = events
    this.#process = startProcess(settings)
    this.#process.stdout.on(
      'data',
      frameReader((value) => this.#hear(value as Answer)),
    ) // see messages.ts
    this.#process.stderr.on('data', (chunk: Buffer) => {
      this.#talk = `${this.#talk}${chunk.toString('utf8')}`.slice(-20_000)
    })
    // A reader that dies while we write to it is reported by "close"; the broken pipe says nothing more.
    this.#process.stdin.on('error', () => undefined)
    this.#process.on('error', (error) => {
      this.#talk += error.message
    })
    this.#process.on('close', (code, signal) => this.#end(signal ?? `exit ${code}`))
    this.#hold()
    this.#watchFirst()
  }

  hasRoom(raw: Uint8Array): boolean {
    if (this.#is_stuck) return false
    if (this.#jobs.length === 0) return true
    return this.#jobs.length < WINDOW_JOBS && this.#bytes + raw.length <= WINDOW_BYTES
  }

  /** Long at one mail: it may get through, or be killed. */
  get isStuck(): boolean {
    return this.#is_stuck
  }

  get load(): number {
    return this.#bytes + this.#jobs.length * 1_000
  }

  give(job: Job): void {
    this.#jobs.push(job)
    this.#bytes += job.raw.length
    this.#hold()
    const request: Request = { id: job.id, raw: job.raw, arrival: job.arrival }
    for (const piece of toFrame(request)) this.#process.stdin.write(piece)
    if (this.#jobs.length === 1) this.#watchFirst()
  }

  close(): void {
    this.#process.kill('SIGKILL')
  }

  #hear(answer: Answer): void {
    if ('ready' in answer) this.#ready = true
    else {
      // Not found: it was given to another reader while this one was stuck.
      const at = this.#jobs.findIndex((job) => job.id === answer.id)
      const [job] = at === -1 ? [] : this.#jobs.splice(at, 1)
      if (job) this.#bytes -= job.raw.length
      job?.settle(answer.reading)
      if (job) this.#recover()
    }
    this.#watchFirst()
    if (this.#jobs.length === 0) this.#release()
    this.#events.onFree()
  }

  /** It got through. If others took the jobs behind, it is still busy with them, and a new job would be blamed for one of those. */
  #recover(): void {
    if (this.#gave_away) this.close()
    else this.#is_stuck = false
  }

  #watchFirst(): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#stuck_timer)
    const first = this.#jobs[0]
    if (this.#ready && !first) return
    const seconds =
      this.#ready && first ? this.#settings.seconds + (first.raw.length / 1e6) * SECONDS_PER_MEGABYTE : START_SECONDS
    this.#timer = setTimeout(() => {
      this.#killed_for = 'too_slow'
      this.#process.kill('SIGKILL')
    }, seconds * 1000)
    this.#timer.unref()
    if (this.#ready && !this.#is_stuck) this.#stuck_timer = setTimeout(() => this.#callStuck(), STUCK_SECONDS * 1000).unref()
  }

  #callStuck(): void {
    this.#is_stuck = true
    const left = this.#jobs.splice(1)
    this.#gave_away = left.length > 0
    for (const job of left) this.#bytes -= job.raw.length
    this.#events.onStuck(left)
  }

  #end(how: string): void {
    clearTimeout(this.#timer)
    clearTimeout(this.#stuck_timer)
    const jobs = this.#jobs.splice(0)
    // Told to go before it could ask to be left alone (guard.ts): no mail is to blame.
    const blamed = TOLD_TO_GO.has(how) ? undefined : jobs.shift()
    blamed?.settle(this.#verdict(how))
    this.#events.onGone(jobs)
  }

  #verdict(how: string): Unread {
    if (this.#killed_for === 'too_slow') return { ok: false, why: 'too_slow', detail: `more than ${this.#settings.seconds} s` }
    if (/too much memory|heap out of memory|allocation failed|invalid array buffer length/i.test(this.#talk)) {
      return { ok: false, why: 'too_much_memory', detail: `more than ${this.#settings.memory_mb} MB` }
    }
    const fault = /^\s*(\w*Error\b[^\n]{0,200})/m.exec(this.#talk)?.[1]
    return { ok: false, why: 'crashed', detail: fault ? `${how}: ${fault}` : how }
  }

  /** A busy reader keeps the house's process alive, an idle one does not. */
  #hold(): void {
    this.#process.ref()
    for (const stream of this.#streams()) stream.ref?.()
  }

  #release(): void {
    this.#process.unref()
    for (const stream of this.#streams()) stream.unref?.()
  }

  /** Pipes of a child are sockets, which the general stream types do not say. */
  #streams(): { ref?: () => void; unref?: () => void }[] {
    return [this.#process.stdin, this.#process.stdout, this.#process.stderr] as { ref?: () => void; unref?: () => void }[]
  }
}

function startProcess({ entry, memory_mb }: ReaderSettings): ChildProcessWithoutNullStreams {
  const guard = new URL('./guard.ts', import.meta.url).href
  const args = [`--max-old-space-size=${memory_mb}`, '--no-warnings', '--import', guard, fileURLToPath(entry)]
  // Nothing of the house's environment (addresses of databases, passwords) is the reader's business.
  const env = { PATH: process.env.PATH ?? '', GUICHET_READER_BYTES: String((memory_mb + EXTERNAL_MB) * 1024 * 1024) }
  return spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Bytes of mails and attachments lie outside the V8 heap: about six copies of the largest mail we take, on the way in and out. */
const EXTERNAL_MB = 1_000
