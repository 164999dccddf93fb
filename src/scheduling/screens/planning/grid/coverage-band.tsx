import { useLayoutEffect, useMemo, useRef } from 'react'
import { useWords } from '#ui/words'
import { knownGroups, shownGroup, type Covered, type Group } from './coverage.ts'
import type { Palette } from './looks.ts'
import { useStored, type Stored } from './stored.ts'
import { xOf, type Timeline } from './timeline.ts'
import { gridWords } from './words.ts'

const TALL = 64
const STRIP = 10 // a line of colour for each other group
const MOST_STRIPS = 4

const othersOf = ({ groups }: Covered, shown: Group | undefined): Group[] =>
  groups.filter((each) => each !== shown && each.need.some((people) => people > 0)).slice(0, MOST_STRIPS)

type Shown = { group: Group | undefined; others: readonly Group[]; high: number } // pixels
function shownOf(covered: Covered, chosen: string | undefined): Shown {
  const group = shownGroup(covered, chosen)
  const others = othersOf(covered, group)
  return { group, others, high: knownGroups(covered).length === 0 ? 0 : TALL + others.length * STRIP }
}

/** Pixels. */
export const coverageHeight = (covered: Covered, chosen: string | undefined): number => shownOf(covered, chosen).high

export type Trialled = ReadonlyMap<string, readonly number[]> | null // people present by group, were the shift put down now
type Covering = { covered: Covered; chosen: string | undefined; timeline: Timeline; palette: Palette; trial: Stored<Trialled> }

/** Need and people planned above the rows, on the same hours; red and hatched where there are too few. */
export function CoverageBand({ covered, chosen, timeline, palette, trial }: Covering) {
  const say = useWords(gridWords)
  const canvas = useRef<HTMLCanvasElement>(null)
  const tried = useStored(trial)
  const { group, others, high } = useMemo(() => shownOf(covered, chosen), [covered, chosen]) // not at each step of a drag
  const nameOf = ({ label }: Group): string => label || say(covered.groups.length > 1 ? 'unqueued' : 'everybody')
  useLayoutEffect(() => {
    const [node, dots] = [canvas.current, Math.min(2, devicePixelRatio || 1)]
    const pen = node?.getContext('2d')
    if (!node || !pen || !group) return
    node.width = timeline.width * dots
    node.height = high * dots
    pen.scale(dots, dots)
    const now = (each: Group): Group => ({ ...each, label: nameOf(each), present: tried?.get(each.id) ?? each.present })
    paintCurve(pen, now(group), { covered, timeline, palette })
    others.forEach((each, at) => paintStrip(pen, now(each), { covered, timeline, palette, y: TALL + at * STRIP }))
  })
  if (!group) return null
  return <canvas ref={canvas} className="scheduling-curve" role="img" aria-label={say('coverageOf', { label: nameOf(group) })} style={{ inlineSize: timeline.width, blockSize: high }} />
} // prettier-ignore

type Where = { covered: Covered; timeline: Timeline; palette: Palette }
type Pen = CanvasRenderingContext2D

/** The intervals in sight, with where they lie. */
function* columns({ covered: { from, step }, timeline }: Where, count: number): Generator<{ at: number; x: number; width: number }> {
  for (const day of timeline.days) {
    const [first, last] = [Math.max(0, Math.floor((day.from - from) / step)), Math.min(count, Math.ceil((day.to - from) / step))]
    for (let at = first; at < last; at++) {
      const x = xOf(timeline, Math.max(day.from, from + at * step))
      const end = day.x + ((Math.min(day.to, from + (at + 1) * step) - day.from) / 60_000) * timeline.per_minute
      yield { at, x, width: Math.max(0.5, end - x) }
    }
  }
} // prettier-ignore

function paintCurve(pen: Pen, { need, present, surge }: Group, where: Where): void {
  const { palette: { colour }, timeline } = where
  const most = Math.max(1, ...need, ...present, ...(surge ?? [])) * 1.12
  const y = (people: number): number => TALL - 2 - (people / most) * (TALL - 8)
  for (const { at, x, width } of columns(where, present.length)) {
    const [wanted, here] = [need[at] ?? 0, present[at] ?? 0]
    pen.fillStyle = colour['--accent-soft']
    pen.fillRect(x, y(here), width + 0.4, TALL - 2 - y(here))
    if (need.length === 0 || here >= wanted - 0.01) continue
    pen.fillStyle = colour['--danger']
    pen.globalAlpha = 0.75
    pen.fillRect(x, y(wanted), width + 0.4, y(here) - y(wanted))
    pen.globalAlpha = 1
    pen.fillStyle = colour['--danger'] // however little is missing, it is seen at the foot
    pen.fillRect(x, TALL - 4, width + 0.4, 4)
    pen.fillStyle = colour['--surface'] // a hatch: too few is seen without its colour
    for (let line = Math.ceil(x / 5) * 5; line < x + width; line += 5) pen.fillRect(line, y(wanted), 1.2, y(here) - y(wanted))
  }
  if (surge) {
    pen.setLineDash([2, 2])
    stroke(pen, surge, { ...where, y, width: 1, colour: colour['--ink-faint'] })
    pen.setLineDash([])
  }
  if (need.length > 0) stroke(pen, need, { ...where, y, width: 1.8, colour: colour['--ink'] })
  stroke(pen, present, { ...where, y, width: 1.2, colour: colour['--accent'] })
  pen.fillStyle = colour['--line']
  for (const { x } of timeline.days.slice(1)) pen.fillRect(Math.round(x), 0, 1, TALL)
} // prettier-ignore

function stroke(
  pen: Pen,
  values: readonly number[],
  { y, width, colour, ...where }: Where & { y: (people: number) => number; width: number; colour: string },
): void {
  pen.beginPath()
  let day: number | undefined
  for (const { at, x, width: across } of columns(where, values.length)) {
    const high = Math.round(y(values[at] ?? 0) * 2) / 2
    if (day === undefined || Math.abs(x - day) > 0.6) pen.moveTo(x, high)
    else pen.lineTo(x, high)
    pen.lineTo(x + across, high)
    day = x + across
  }
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.stroke()
}

/** Another group, in one line: nothing where it is covered, red where it is not. */
function paintStrip(pen: Pen, { need, present, label }: Group, { y, ...where }: Where & { y: number }): void {
  const { colour, face } = where.palette
  pen.fillStyle = colour['--accent-soft']
  for (const { at, x, width } of columns(where, present.length)) {
    const short = (need[at] ?? 0) - (present[at] ?? 0)
    if ((need[at] ?? 0) <= 0 && (present[at] ?? 0) <= 0) continue
    pen.fillStyle = colour[short > 0.01 ? '--danger' : '--accent-soft']
    const thick = short > 0.01 ? STRIP - 2 : 3
    pen.fillRect(x, y + STRIP - 1 - thick, width + 0.4, thick)
  }
  pen.font = `600 9px ${face}`
  pen.textAlign = 'left'
  const name = label.length > 40 ? `${label.slice(0, 39)}…` : label
  const across = pen.measureText(name).width
  pen.fillStyle = colour['--surface']
  pen.fillRect(2, y + 1, across + 6, STRIP - 1)
  pen.fillStyle = colour['--ink-soft']
  pen.fillText(name, 5, y + STRIP - 1.5)
}
