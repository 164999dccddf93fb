// Whether somebody is, and was, where the plan has them. Two figures that are often taken for each other:
//
// Adherence = time in the planned activity ÷ planned time. It asks for the right moment.
// Conformance = time worked ÷ time planned for work, whatever the moment: whoever came an hour late and stayed an hour longer has 100 %.
// Source: B. Cleveland, Call Center Management on Fast Forward (4th ed. 2019), chapter on scheduling; the same definitions are those of COPC CX
// Standard 7.0 and of the published documentation of Genesys Cloud. Where these differ (is a rest part of the planned time?) ours counts all
// of the shift, since a lunch that is kept is a plan that is kept.
import { isAtWork, type Doing, type Segment, type Span } from './doing.ts'
import { carriedOver, type Planned, type Sort } from './planned.ts'

/** Why a stretch was not as planned. */
export const deviations = ['late', 'left_early', 'long_rest', 'worked_through', 'elsewhere'] as const
export type Deviation = (typeof deviations)[number]

/** kept: as planned. tolerated: shorter than anybody minds. customer: with a customer served since before. granted: a manager said so. out: none of these. */
export const verdicts = ['kept', 'tolerated', 'customer', 'granted', 'out'] as const
export type Verdict = (typeof verdicts)[number]

/** How long each deviation may last before it counts, in minutes. Once longer, all of it counts. */
export type Tolerance = Record<Deviation, number>
export const usualTolerance: Tolerance = { late: 5, left_early: 5, long_rest: 5, worked_through: 5, elsewhere: 5 }

export type Judged = Span & { planned: Sort; kind: string; doing: Doing; verdict: Verdict; deviation: Deviation | null }
type Asked = { tolerance: Tolerance; granted: readonly Span[]; now: number }

/**
 * Each planned stretch up to `now`, as it went. The stretches tile the planned time that has passed. `planned` in order, without overlaps;
 * `segments` tile at least the planned time, else what they leave out is not judged.
 */
export function judge(planned: readonly Planned[], segments: readonly Segment[], { tolerance, granted, now }: Asked): Judged[] {
  const cells: Judged[] = []
  for (const part of carriedOver(planned, segments))
    for (const segment of segments) for (const cell of cellsOf(part, segment, { granted, now })) cells.push(cell)
  return tolerant(named(notYetCome(cells, { planned, segments, granted }), planned), tolerance)
}

type Lived = { planned: readonly Planned[]; segments: readonly Segment[]; granted: readonly Span[] }
// Nobody rests who has not come yet: a break before somebody's first sign of life in their shift is a part of their being late.
function notYetCome(cells: readonly Judged[], { planned, segments, granted }: Lived): Judged[] {
  const shifts = shiftsOf(planned)
  const came = (at: number): number => {
    const shift = shifts.find(({ from, to }) => from <= at && to > at)
    return segments.find(({ doing, to }) => doing !== 'offline' && to > (shift?.from ?? at))?.from ?? Number.POSITIVE_INFINITY
  }
  return cells.map((cell): Judged => {
    if (cell.doing !== 'offline' || cell.planned === 'neutral' || cell.to > came(cell.from)) return cell
    if (granted.some((span) => span.from <= cell.from && span.to > cell.from)) return { ...cell, verdict: 'granted' }
    return { ...cell, verdict: 'out', deviation: 'late' }
  })
}

/** What is planned without a gap is one shift. */
function shiftsOf(planned: readonly Planned[]): Span[] {
  const shifts: Span[] = []
  for (const { from, to } of planned) {
    const last = shifts.at(-1)
    if (last && last.to === from) last.to = to
    else shifts.push({ from, to })
  }
  return shifts
}

function cellsOf(part: Planned, segment: Segment, { granted, now }: Omit<Asked, 'tolerance'>): Judged[] {
  const from = Math.max(part.from, segment.from)
  const to = Math.min(part.to, segment.to, now)
  if (from >= to) return []
  const inside = granted.flatMap((span) => [span.from, span.to]).filter((at) => at > from && at < to)
  const sorted = inside.length === 0 ? [from, to] : [...new Set([from, to, ...inside])].toSorted((a, b) => a - b)
  return sorted.slice(0, -1).map((start, at) => ({
    from: start,
    to: sorted[at + 1]!,
    planned: part.sort,
    kind: part.kind,
    doing: segment.doing,
    verdict: verdictOf(part, segment, granted.some((span) => span.from <= start && span.to > start)),
    deviation: null,
  })) // prettier-ignore
}

// At a rest nobody is watched: who has nothing in hand is resting, whatever their screen says.
function verdictOf(part: Planned, { doing, since }: Segment, granted: boolean): Verdict {
  if (part.sort === 'neutral') return 'kept'
  if (part.customers) return 'customer'
  if (part.sort === 'work' ? isAtWork(doing) : doing !== 'serving') return 'kept'
  if (part.sort === 'rest' && since !== null && since < part.from) return 'customer'
  return granted ? 'granted' : 'out'
}

// A stretch out of plan is named by where it stands: at the beginning of the shift, at its end, after a rest, within one.
function named(cells: readonly Judged[], planned: readonly Planned[]): Judged[] {
  const begins = new Set(planned.filter((part, at) => planned[at - 1]?.to !== part.from).map(({ from }) => from))
  const ends = new Set(planned.filter((part, at) => planned[at + 1]?.from !== part.to).map(({ to }) => to))
  return runsOf(cells).flatMap((run) => {
    if (run[0]!.verdict !== 'out' || run[0]!.deviation === 'late') return run
    const before = cells[cells.indexOf(run[0]!) - 1]
    const code: Deviation =
      run[0]!.planned === 'rest' ? 'worked_through'
      : begins.has(run[0]!.from) ? 'late'
      : ends.has(run.at(-1)!.to) ? 'left_early'
      : before?.planned === 'rest' && before.to === run[0]!.from ? 'long_rest'
      : 'elsewhere' // prettier-ignore
    return run.map((cell) => ({ ...cell, deviation: code }))
  })
}

// Stretches out of plan that touch are one, as long as the plan asks for the same.
function runsOf(cells: readonly Judged[]): Judged[][] {
  const runs: Judged[][] = []
  for (const cell of cells) {
    const last = runs.at(-1)?.at(-1)
    const goesOn =
      last &&
      last.verdict === 'out' &&
      cell.verdict === 'out' &&
      last.to === cell.from &&
      (last.planned === cell.planned || (last.deviation === 'late' && cell.deviation === 'late'))
    if (goesOn) runs.at(-1)!.push(cell)
    else runs.push([cell])
  }
  return runs
}

const MINUTE = 60_000
const tolerant = (cells: readonly Judged[], tolerance: Tolerance): Judged[] =>
  runsOf(cells).flatMap((run) => {
    const [first] = run
    if (!first?.deviation) return run
    const lasted = run.at(-1)!.to - first.from
    return lasted <= tolerance[first.deviation] * MINUTE ? run.map((cell): Judged => ({ ...cell, verdict: 'tolerated' })) : run
  })

/** Minutes; a share is null where nothing was planned: nobody has 0 %, nor 100 %, of nothing. */
export type Figures = {
  planned_min: number
  kept_min: number // tolerated, with a customer, and granted ones included
  excused_min: number // of these, with a customer or granted
  work_planned_min: number
  worked_min: number
  adherence: number | null // 0 … 1
  conformance: number | null // 0 …, above 1 for who worked longer than planned
}

type Day = { segments: readonly Segment[]; planned: readonly Planned[]; now: number }
/**
 * Both figures. `judged`: as `judge` gave them. `segments`: the whole day up to now, also outside the plan. `planned`: the plan; what of it is
 * still to come does not count. Time in a neutral activity is neither worked nor planned for work.
 */
export function figuresOf(judged: readonly Judged[], { segments, planned, now }: Day): Figures {
  const planned_min = sum(judged)
  const kept_min = sum(judged.filter(({ verdict }) => verdict !== 'out'))
  const work_planned_min = sum(planned.filter(({ sort }) => sort === 'work').map((part) => ({ ...part, to: Math.min(part.to, now) })))
  const neutral = planned.filter(({ sort }) => sort === 'neutral')
  const worked_min = sum(segments.filter(({ doing }) => isAtWork(doing)).flatMap((segment) => without(segment, neutral)))
  return {
    planned_min,
    kept_min,
    excused_min: sum(judged.filter(({ verdict }) => verdict === 'customer' || verdict === 'granted')),
    work_planned_min,
    worked_min,
    adherence: planned_min > 0 ? kept_min / planned_min : null,
    conformance: work_planned_min > 0 ? worked_min / work_planned_min : null,
  }
} // prettier-ignore

const sum = (spans: readonly Span[]): number => spans.reduce((all, { from, to }) => all + Math.max(0, to - from), 0) / MINUTE

/** What is left of a span once others are taken out of it. */
export function without(span: Span, others: readonly Span[]): Span[] {
  let left: Span[] = [{ from: span.from, to: span.to }]
  for (const other of others)
    left = left.flatMap(({ from, to }) =>
      [{ from, to: Math.min(to, other.from) }, { from: Math.max(from, other.to), to }].filter((each) => each.to > each.from),
    ) // prettier-ignore
  return left
}

/** How it stands now: the last stretch, and since when its verdict holds; null when nothing is planned now. */
export function standing(judged: readonly Judged[], now: number): (Judged & { since: number }) | null {
  const last = judged.at(-1)
  if (!last || last.to < now) return null
  let since = last.from
  for (const cell of judged.toReversed()) {
    if (cell.to !== since && cell !== last) break
    const goesOn = cell.kind === last.kind || (cell.deviation === 'late' && last.deviation === 'late')
    if (cell.verdict !== last.verdict || !goesOn) break
    since = cell.from
  }
  return { ...last, since }
}
