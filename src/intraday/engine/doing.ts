// What somebody really does, from three lines that know nothing of each other: how they are there (staff), how they stand before their work (routing),
// what they have in hand (routing). Each line is kept as the moments at which it changed; what they were doing at any moment follows from it.
//
// Because each line is a list of changes, it has no gaps and no overlaps by itself, a change that is heard late finds its place, and one that is
// heard twice changes nothing.

/** serving: has something in hand, or writes up what was said. ready: free for the next. busy: here, not free. The rest says itself. */
export const doings = ['serving', 'ready', 'busy', 'paused', 'away', 'offline'] as const
export type Doing = (typeof doings)[number]

export type PresenceWord = 'available' | 'busy' | 'away' | 'offline'
export type SeatWord = 'ready' | 'paused' | 'wrapping' | 'off'

/** A moment at which something changed, in milliseconds since 1970; of several at one moment the later `seq` counts. */
export type Mark = { at: number; seq: number } & (
  | { of: 'presence'; is: PresenceWord }
  | { of: 'seat'; is: SeatWord }
  | { of: 'work'; item: string; begins: boolean; instant: boolean } // instant: somebody waits at the other end
)

export type Span = { from: number; to: number } // milliseconds since 1970, from < to

/** One stretch of somebody's day. `since`: the beginning of the oldest piece of instant work then in hand. */
export type Segment = Span & { doing: Doing; since: number | null }

type Held = Map<string, { at: number; instant: boolean }>
type Lines = { presence: PresenceWord; seat: SeatWord | null; held: Held }

/**
 * The stretches of a span: they tile it exactly, neighbours differ, and nothing before the first mark is known of than that nobody was there.
 * `marks` may be in any order and hold repeats; those before the span say how it begins.
 */
export function segmentsOf(marks: readonly Mark[], span: Span): Segment[] {
  const lines: Lines = { presence: 'offline', seat: null, held: new Map() }
  const segments: Segment[] = []
  let from = span.from
  for (const mark of inOrder(marks)) {
    if (mark.at >= span.to) break
    if (mark.at > from) {
      add(segments, { from, to: mark.at, ...doingNow(lines) })
      from = mark.at
    }
    hear(lines, mark)
  }
  if (span.to > from) add(segments, { from, to: span.to, ...doingNow(lines) })
  return segments
}

const inOrder = (marks: readonly Mark[]): Mark[] => marks.toSorted((a, b) => a.at - b.at || a.seq - b.seq)

function hear(lines: Lines, mark: Mark): void {
  if (mark.of === 'presence') lines.presence = mark.is
  else if (mark.of === 'seat') lines.seat = mark.is
  else if (!mark.begins) lines.held.delete(mark.item)
  else if (!lines.held.has(mark.item)) lines.held.set(mark.item, { at: mark.at, instant: mark.instant })
}

// Whoever left their desk left it, whatever a list says they have in hand; a customer on the line comes before a pause that was asked for. Who says that they
// are busy is at work and is offered nothing: their seat says it pauses, which is no rest.
function doingNow({ presence, seat, held }: Lines): Pick<Segment, 'doing' | 'since'> {
  const instant = [...held.values()].filter((each) => each.instant)
  const since = instant.length > 0 ? Math.min(...instant.map(({ at }) => at)) : null
  if (presence === 'offline') return { doing: 'offline', since: null }
  if (presence === 'away') return { doing: 'away', since: null }
  if (instant.length > 0 || seat === 'wrapping') return { doing: 'serving', since }
  if (seat === 'paused' && presence !== 'busy') return { doing: 'paused', since: null }
  if (held.size > 0) return { doing: 'serving', since: null }
  if (presence === 'busy') return { doing: 'busy', since: null }
  return { doing: 'ready', since: null }
}

function add(segments: Segment[], next: Segment): void {
  const last = segments.at(-1)
  if (last && last.doing === next.doing && last.since === next.since) last.to = next.to
  else segments.push(next)
}

/** At work, and taking what comes: who is busy with something else is at work all the same. */
export const takesWork = (doing: Doing): boolean => doing === 'serving' || doing === 'ready'
export const isAtWork = (doing: Doing): boolean => doing === 'serving' || doing === 'ready' || doing === 'busy'
