// From what was told of a case to the rounds its clocks run: who waited for whom, from when to when. Pure; no target and no calendar yet.
import type { ClockKind, PauseReason } from '../contract.ts'
import type { Moment } from './moment.ts'

// All in epoch milliseconds. `until` null: still.
export type Stop = { from: number; until: number | null; because: PauseReason }
export type Round = {
  kind: ClockKind
  round: number
  start: number
  end: number | null
  as: 'met' | 'over' | null // over: the case was closed before anybody had answered
  stops: Stop[]
}
export type Story = {
  rounds: Round[]
  live: boolean // open, and wanted
  begun: number | null // the customer's first word that is wanted, or the opening of the case
  heard: number | null // the customer last heard from us
  waits_since: number | null // for the customer, since our answer
  asked: number | null // the customer last wrote
  moved: number | null // somebody of ours last did something
}

type Ours = { seq: number; at: number; answers: boolean; interaction: string }
type Told = {
  seq: number
  at: number
  kind: 'asked' | 'ours' | 'closed' | 'reopened' | 'set_apart' | 'wanted' | 'progress' | 'opened'
  ours?: Ours
}

/**
 * Reads the moments of one case. Several messages before our answer count from the first; an answer that failed counts from when it arrived
 * after all, and one that never did not at all; what was set apart begins when somebody wants it; who comes back is owed a next answer.
 * @param asked_unheard the customer had asked when the case was opened, of which no message tells: a case opened by hand, or by a program
 */
export function readStory(moments: readonly Moment[], asked_unheard = false): Story {
  const { counted, lost } = ourWords(moments)
  const teller = new Teller(lost)
  const others = moments.flatMap((m): Told[] => (isOfOthers(m) ? [{ seq: m.seq, at: m.at, kind: m.kind }] : []))
  const told = [...others, ...counted.map((ours): Told => ({ seq: ours.seq, at: ours.at, kind: 'ours', ours }))]
  const asksFirst = asked_unheard && !moments.some(({ kind }) => kind === 'asked')
  for (const each of told.toSorted((a, b) => a.seq - b.seq)) {
    teller.hear(each)
    if (each.kind === 'opened' && asksFirst) teller.hear({ ...each, kind: 'asked' })
  }
  return teller.story()
}

type OfOthers = Moment & { kind: Exclude<Told['kind'], 'ours'> }
const OURS = new Set(['answered', 'said', 'cancelled', 'failed', 'arrived'])
const isOfOthers = (moment: Moment): moment is OfOthers => !OURS.has(moment.kind)

// What we wrote counts from when it was written. If it failed, it counts again from when it arrived; sending it again is not arriving.
function ourWords(moments: readonly Moment[]): { counted: Ours[]; lost: Ours[] } {
  const words = new Map<string, Ours & { state: 'counts' | 'failed' | 'cancelled' }>()
  for (const { seq, at, kind, interaction } of moments) {
    if (interaction === null) continue
    const before = words.get(interaction)
    if ((kind === 'answered' || kind === 'said') && !before)
      words.set(interaction, { seq, at, answers: kind === 'answered', interaction, state: 'counts' })
    else if (before && kind === 'failed') before.state = 'failed'
    else if (before && kind === 'cancelled') before.state = 'cancelled'
    else if (before?.state === 'failed' && kind === 'arrived') Object.assign(before, { seq, at, state: 'counts' })
  }
  const all = [...words.values()]
  return { counted: all.filter(({ state }) => state === 'counts'), lost: all.filter(({ state }) => state === 'failed') }
}

// Hears the story in order and keeps what is still open.
class Teller {
  #lost: readonly Ours[]
  #rounds: Round[] = []
  #apart = false
  #closed: number | null = null
  #begun: number | null = null
  #heard: number | null = null
  #waits: number | null = null
  #moved: number | null = null
  #asked: number | null = null

  constructor(lost: readonly Ours[]) {
    this.#lost = lost
  }

  hear({ kind, at, seq, ours }: Told): void {
    if (kind === 'set_apart') this.#setApart()
    else if (kind === 'opened') this.#open(at)
    else if (kind === 'asked') this.#ask(at)
    else if (kind === 'wanted') this.#want(at)
    else if (kind === 'ours') this.#speak(at, ours!)
    else if (kind === 'closed') this.#close(at)
    else if (kind === 'reopened') this.#reopen(at, seq)
    else this.#move(at)
  }

  story(): Story {
    return {
      rounds: this.#rounds, live: this.#closed === null && !this.#apart, begun: this.#begun, heard: this.#heard,
      asked: this.#asked,
      waits_since: this.#waits, moved: this.#moved,
    } // prettier-ignore
  }

  // In a closed case nobody waits: whoever does reopens it; nor for what is set apart.
  #begin(kind: ClockKind, at: number): void {
    if (this.#closed !== null || this.#apart) return
    const round = this.#rounds.filter((each) => each.kind === kind).length + 1
    this.#rounds.push({ kind, round, start: at, end: null, as: null, stops: [] })
  }

  #running(kind: ClockKind): Round | undefined {
    return this.#rounds.find((each) => each.kind === kind && each.end === null)
  }

  #has(kind: ClockKind): boolean {
    return this.#rounds.some((each) => each.kind === kind)
  }

  #open(at: number): void {
    this.#begun ??= at
    this.#move(at)
    if (!this.#has('resolution')) this.#begin('resolution', at)
  }

  // What nobody wants runs no clock until somebody does.
  #setApart(): void {
    this.#apart = true
    this.#begun = null
    this.#rounds = []
  }

  #ask(at: number): void {
    this.#apart = false
    this.#asked = Math.max(at, this.#asked ?? at)
    this.#begun ??= at
    if (!this.#has('resolution')) this.#begin('resolution', at)
    if (!this.#has('first_answer')) this.#begin('first_answer', at)
    else if (!this.#owed()) this.#begin('next_answer', at)
    this.#waitNoLonger(at)
  }

  #owed(): Round | undefined {
    return this.#running('first_answer') ?? this.#running('next_answer')
  }

  // What it said waits for an answer like anything else.
  #want(at: number): void {
    if (this.#apart) this.#ask(at)
  }

  #speak(at: number, { answers }: Ours): void {
    this.#apart = false
    this.#heard = Math.max(at, this.#heard ?? at)
    this.#move(at)
    if (!answers) return
    const owed = this.#owed()
    if (owed) end(owed, at, 'met')
    if (this.#closed !== null || this.#waits !== null) return
    this.#waits = at
    this.#running('resolution')?.stops.push({ from: at, until: null, because: 'waiting_for_customer' })
  }

  #waitNoLonger(at: number): void {
    this.#waits = null
    for (const { stops } of this.#rounds)
      for (const stop of stops) if (stop.because === 'waiting_for_customer') stop.until ??= later(at, stop.from)
  }

  #close(at: number): void {
    if (this.#closed !== null) return
    this.#closed = at
    this.#waitNoLonger(at)
    const owed = this.#owed()
    if (owed) end(owed, at, 'over')
    const resolution = this.#running('resolution')
    if (resolution) end(resolution, at, 'met')
  }

  // What was closed over an answer that then failed is owed as it was; who comes back otherwise is owed a next one. The case was not resolved.
  #reopen(at: number, seq: number): void {
    const closed = this.#closed
    if (closed === null) return
    this.#closed = null
    this.#move(at)
    const resolution = this.#rounds.find(({ kind }) => kind === 'resolution')
    if (resolution) goOn(resolution, closed, at)
    else this.#begin('resolution', at)
    const over = this.#rounds.findLast((each) => each.as === 'over')
    const failed = over && this.#lost.some((ours) => ours.at >= over.start && ours.at <= closed && ours.seq < seq)
    if (over && failed) goOn(over, closed, at)
    else if (!this.#owed() && (this.#has('first_answer') || this.#asked !== null))
      this.#begin(this.#has('first_answer') ? 'next_answer' : 'first_answer', at)
  }

  #move(at: number): void {
    this.#moved = Math.max(at, this.#moved ?? at)
  }
}

const later = (at: number, than: number): number => Math.max(at, than)

// Nothing ends before it began, even if the machine's clock went back meanwhile.
function end(round: Round, at: number, as: 'met' | 'over'): void {
  round.end = later(at, round.start)
  round.as = as
}

function goOn(round: Round, closed: number, at: number): void {
  round.end = null
  round.as = null
  const from = later(closed, round.start)
  round.stops.push({ from, until: later(at, from), because: 'closed' })
}
