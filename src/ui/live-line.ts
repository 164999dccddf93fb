// The line to the server: journal events as they happen, resumed where it broke. Knows nothing of React or of queries.
// It says `{ after }` first; it hears journal events (`seq`, `name`…), ephemeral presence, or `{ gap: true }` when what was
// missed is too old to be told, in which case everything on screen is read again.
export type JournalEvent = {
  seq: number | string
  name: string
  case_id?: string
  at: string
  actor?: unknown
  payload?: unknown
}
export type LineState = 'waiting' | 'open' | 'healing' | 'closed'
export type Socket = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose' | 'readyState'>
type World = { open: () => Socket; later: (run: () => void, milliseconds: number) => unknown; chance: () => number }
type Listener = { names: ReadonlySet<string> | null; hear: (event: JournalEvent) => void }

const LONGEST_WAIT = 30_000

export class LiveLine {
  state: LineState = 'waiting'
  presence: unknown = null
  #world: World
  #socket: Socket | null = null
  #last: number | string | null = null
  #tries = 0
  #listeners = new Set<Listener>()
  #watchers = new Set<() => void>()
  #gaps = new Set<() => void>()
  #passing = new Set<{ name: string; hear: (told: unknown) => void }>()

  constructor(world: World) {
    this.#world = world
  }

  start(after: number | string | null = null): void {
    this.#last ??= after
    if (this.#socket === null) this.#connect()
  }

  stop(): void {
    this.#turn('closed')
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  /** Tells the others something that is not kept: what is looked at, who types. Lost when the line is down, on purpose. */
  say(ephemeral: Record<string, unknown>): void {
    if (this.state === 'open') this.#socket?.send(JSON.stringify(ephemeral))
  }

  /** `names` null hears every event. Gives back how to stop listening. */
  on(names: readonly string[] | null, hear: Listener['hear']): () => void {
    const listener = { names: names && new Set(names), hear }
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** What is told and kept nowhere, under a name of its own (`{ chats: … }`); its shape belongs to the room that sends it. */
  onPassing(name: string, hear: (told: unknown) => void): () => void {
    const listener = { name, hear }
    this.#passing.add(listener)
    return () => this.#passing.delete(listener)
  }

  onGap(fill: () => void): () => void {
    this.#gaps.add(fill)
    return () => this.#gaps.delete(fill)
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  /** The network came back: do not wait for the next try. */
  hurry(): void {
    if (this.state !== 'healing' || this.#socket) return
    this.#tries = 0
    this.#connect()
  }

  #connect(): void {
    const socket = this.#world.open()
    this.#socket = socket
    socket.onopen = () => {
      this.#tries = 0
      socket.send(JSON.stringify({ after: this.#last }))
      this.#turn('open')
    }
    socket.onmessage = ({ data }) => this.#hear(String(data))
    socket.onclose = () => {
      if (this.#socket !== socket) return
      this.#socket = null
      this.#heal()
    }
  }

  #heal(): void {
    this.#turn('healing')
    const wait = backOff(this.#tries++, this.#world.chance())
    this.#world.later(() => {
      if (this.state === 'healing' && this.#socket === null) this.#connect()
    }, wait)
  }

  #hear(data: string): void {
    const told: Record<string, unknown> = JSON.parse(data)
    if ('presence' in told) {
      this.presence = told['presence']
      this.#tellWatchers()
    }
    for (const { name, hear } of this.#passing) if (name in told) hear(told[name])
    if (told['gap'] === true) for (const fill of this.#gaps) fill()
    const { seq, name } = told
    if (typeof seq !== 'number' && typeof seq !== 'string') return
    this.#last = seq
    if (typeof name !== 'string') return
    const event = told as JournalEvent // the two fields that matter were looked at; rooms parse their own payload
    for (const { names, hear } of this.#listeners) if (names === null || names.has(name)) hear(event)
  }

  #turn(state: LineState): void {
    this.state = state
    this.#tellWatchers()
  }

  #tellWatchers(): void {
    for (const watcher of this.#watchers) watcher()
  }
}

/** Milliseconds before try `tries` (from 0): 1 s doubling to 30 s, half of it by chance so that a thousand desks do not come at once. */
export function backOff(tries: number, chance: number): number {
  const full = Math.min(LONGEST_WAIT, 1000 * 2 ** tries)
  return full / 2 + (full / 2) * chance
}
