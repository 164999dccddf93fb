// The line to the server: opened when wanted, opened again whenever it is lost, and known to be dead although the browser has not noticed.
import type { Answer, Frame, FromVisitor } from '#channels/contract'
import { backoff, calmly, type Pace } from './rules/backoff.ts'

export type LineState = 'shut' | 'opening' | 'open' | 'lost' // lost: being tried again
export type Ends = {
  address: string
  hello: () => Promise<FromVisitor['hello']>
  hear: (answer: Answer) => void
  changed: (state: LineState, attempts: number) => void // attempts: failed in a row
  pace?: Pace
}

const SILENT_MILLISECONDS = 60_000 // the server says something every 25 s
const WELCOME_MILLISECONDS = 15_000

export class Line {
  state: LineState = 'shut'
  #ends: Ends
  #socket: WebSocket | null = null
  #attempts = 0
  #heardAt = 0
  #isTold = false // this server tells that a line is alive
  #again: ReturnType<typeof setTimeout> | undefined
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(ends: Ends) {
    this.#ends = ends
  }

  /** Opens now, if it is not open; a line that waits to be tried again is tried at once. */
  wake(): void {
    if (this.state === 'shut' || (this.state === 'lost' && this.#socket === null)) this.#open()
  }

  /** Gives up the present socket and opens another at once. */
  renew(): void {
    if (this.state !== 'shut') this.#open()
  }

  shut(): void {
    this.#letGo()
    this.#attempts = 0
    this.#turn('shut')
  }

  /** False: it was not said. */
  say(frame: Frame): boolean {
    if (this.state !== 'open' || this.#socket?.readyState !== WebSocket.OPEN) return false
    this.#socket.send(JSON.stringify(frame))
    return true
  }

  heardWithin(milliseconds: number): boolean {
    return Date.now() - this.#heardAt <= milliseconds
  }

  #open(): void {
    this.#letGo()
    const socket = newSocket(this.#ends.address)
    if (socket === null) return this.#lose()
    this.#socket = socket
    this.#turn(this.#attempts > 0 ? 'lost' : 'opening')
    this.#silence = setTimeout(() => this.#lose(), WELCOME_MILLISECONDS)
    const isMine = (): boolean => this.#socket === socket
    socket.addEventListener('open', () => {
      void this.#ends.hello().then((hello) => isMine() && socket.send(JSON.stringify({ hello })))
    })
    socket.addEventListener('message', ({ data }) => isMine() && this.#hear(read(data)))
    socket.addEventListener('close', () => isMine() && this.#lose())
  }

  #hear(answer: Answer | null): void {
    if (answer === null) return
    this.#heardAt = Date.now()
    if ('still' in answer) this.#isTold = true
    if ('welcome' in answer) {
      this.#attempts = 0
      this.#turn('open')
    }
    if (this.state === 'open') {
      clearTimeout(this.#silence)
      if (this.#isTold) this.#silence = setTimeout(() => this.renew(), SILENT_MILLISECONDS)
    }
    this.#ends.hear(answer)
  }

  #lose(): void {
    this.#letGo()
    this.#attempts += 1
    this.#again = setTimeout(() => this.#open(), backoff(this.#attempts, Math.random(), this.#ends.pace ?? calmly))
    this.#turn('lost')
  }

  #letGo(): void {
    clearTimeout(this.#again)
    clearTimeout(this.#silence)
    const old = this.#socket
    this.#socket = null
    old?.close()
  }

  #turn(next: LineState): void {
    this.state = next
    this.#ends.changed(next, this.#attempts)
  }
}

// A policy of the site that does not name us makes the constructor throw in some browsers.
function newSocket(address: string): WebSocket | null {
  try {
    return new WebSocket(address)
  } catch {
    return null
  }
}

function read(text: unknown): Answer | null {
  try {
    const value: unknown = JSON.parse(String(text))
    return typeof value === 'object' && value !== null ? (value as Answer) : null // our own server's words; unknown ones are passed over
  } catch {
    return null
  }
}
