// Rows of shifts on a canvas. Nothing here knows what is chosen, dragged or under the pointer: that lies above, so that a row is painted once.
import type { ActivityKind } from '../../../contract/activity.ts'
import type { Bar, Lasting, Part } from './bars.ts'
import { fillOf, looks, type Palette } from './looks.ts'
import { barsIn, type Row } from './rows.ts'
import { dayAt, xOf, type Timeline } from './timeline.ts'

export type Scene = {
  timeline: Timeline
  palette: Palette
  row: number // height of one, pixels
  letters: Readonly<Record<ActivityKind, string>>
  hour: (at: number) => string
  flawed: ReadonlySet<string> // shifts something is said against
}
type Pen = CanvasRenderingContext2D
export type Box = { x: number; y: number; width: number; height: number }

/** Where in its row a bar lies. */
export function boxOf({ timeline, row }: Pick<Scene, 'timeline' | 'row'>, { from, to }: Lasting): Box {
  const day = timeline.view === 'month' ? dayAt(timeline, from) : undefined
  if (day) return { x: day.x + 3, y: 6, width: day.width - 6, height: row - 12 } // a month has no room for hours: each shift is a tile
  const [x, end] = [xOf(timeline, from), xOf(timeline, to)]
  const high = timeline.view === 'week' ? Math.min(16, row - 20) : row - 12
  return { x: x + 1, y: timeline.view === 'week' ? row - high - 5 : 6, width: Math.max(3, end - x - 2), height: high }
}

export function paintRows(pen: Pen, rows: readonly Row[], scene: Scene): void {
  const { timeline, palette, row } = scene
  pen.clearRect(0, 0, timeline.width, rows.length * row)
  paintLines(pen, rows, scene)
  rows.forEach((each, at) => {
    pen.save()
    pen.translate(0, at * row)
    if (each.kind === 'group') {
      pen.fillStyle = palette.colour['--sunken']
      pen.fillRect(0, 0, timeline.width, row)
    }
    if (each.kind === 'person') for (const away of each.person.away) paintAway(pen, { from: Date.parse(away.starts_at), to: Date.parse(away.ends_at) }, scene)
    for (const bar of barsIn(each)) paintBar(pen, bar, scene)
    pen.restore()
  })
} // prettier-ignore

function paintLines(pen: Pen, rows: readonly Row[], { timeline, palette, row }: Scene): void {
  pen.fillStyle = palette.colour['--line']
  for (let at = 1; at <= rows.length; at++) pen.fillRect(0, at * row - 1, timeline.width, 1)
  pen.globalAlpha = 0.55
  if (timeline.view === 'day') for (const x of hourLines(timeline)) pen.fillRect(x, 0, 1, rows.length * row)
  pen.globalAlpha = 1
  pen.fillStyle = palette.colour['--edge']
  pen.globalAlpha = 0.4
  for (const { x } of timeline.days.slice(1)) pen.fillRect(Math.round(x), 0, 1, rows.length * row)
  pen.globalAlpha = 1
} // prettier-ignore

export const hourLines = (timeline: Timeline): number[] =>
  timeline.days.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / 3_600_000) }, (_, at) => Math.round(xOf(timeline, from + at * 3_600_000))),
  )

function paintAway(pen: Pen, span: Lasting, scene: Scene): void {
  const { timeline, palette, row } = scene
  for (const day of timeline.days) {
    const [from, to] = [Math.max(span.from, day.from), Math.min(span.to, day.to)]
    if (from >= to) continue
    pen.fillStyle = fillOf(palette, 'absence')
    pen.fillRect(xOf(timeline, from), 0, ((to - from) / 60_000) * timeline.per_minute, row - 1)
  }
}

/** One shift, at its place in its row. */
export function paintBar(pen: Pen, bar: Bar, scene: Scene): void {
  const { palette, timeline } = scene
  const box = boxOf(scene, bar)
  if (box.x > timeline.width || bar.to <= (timeline.days[0]?.from ?? 0)) return
  const mine = bar.person !== null
  pen.beginPath()
  pen.roundRect(box.x, box.y, box.width, box.height, 4)
  pen.fillStyle = mine ? fillOf(palette, 'work') : palette.colour['--surface']
  pen.fill()
  if (timeline.view !== 'month') {
    pen.save()
    pen.clip()
    for (const part of bar.parts) paintPart(pen, part, { box, scene })
    for (const away of bar.away) paintSpan(pen, away, { box, scene, kind: 'absence' })
    pen.restore()
  }
  outline(pen, bar, { box, scene })
  write(pen, bar, { box, scene })
} // prettier-ignore

type At = { box: Box; scene: Scene }

function outline(pen: Pen, bar: Bar, { box, scene: { palette, flawed } }: At): void {
  const bad = flawed.has(bar.id)
  pen.beginPath()
  pen.roundRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, 4)
  pen.strokeStyle = palette.colour[bad ? '--danger' : bar.person === null ? '--promise' : '--hue-1-ink']
  pen.globalAlpha = bad || bar.person === null ? 1 : 0.55
  pen.lineWidth = bad ? 2 : 1
  pen.setLineDash(bar.person === null ? [4, 3] : [])
  pen.stroke()
  pen.setLineDash([])
  pen.globalAlpha = 1
  if (bad) flag(pen, box, palette)
  if (bar.locked) padlock(pen, box, palette)
  if (bar.published === 'changed') dot(pen, box, palette)
}

const LEAST_LETTER = 11 // pixels: below this a letter is a smudge

function paintPart(pen: Pen, part: Part, { box, scene }: At): void {
  const { palette, letters } = scene
  const x = xOf(scene.timeline, part.from)
  const width = xOf(scene.timeline, part.to) - x
  const gap = looks[part.kind].fill === 'gap'
  const [y, height] = gap ? [box.y + 3, box.height - 6] : [box.y, box.height]
  pen.fillStyle = fillOf(palette, part.kind)
  pen.fillRect(x, y, Math.max(1.5, width), height)
  pen.strokeStyle = palette.colour[looks[part.kind].ink]
  pen.lineWidth = 1
  pen.globalAlpha = 0.6
  if (width > 4) pen.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1)
  pen.globalAlpha = 1
  if (width < LEAST_LETTER || height < 10) return
  const letter = letters[part.kind]
  pen.font = `600 11px ${palette.face}`
  const middle = x + width / 2
  if (!gap) {
    pen.fillStyle = palette.colour[looks[part.kind].soft] // the letter stands on plain ground, not on the pattern
    pen.fillRect(middle - 6, y + height / 2 - 7, 12, 14)
  }
  pen.fillStyle = palette.colour[looks[part.kind].ink]
  pen.textAlign = 'center'
  pen.fillText(letter, middle, y + height / 2 + 4)
}

function paintSpan(pen: Pen, span: Lasting, { box, scene, kind }: At & { kind: ActivityKind }): void {
  const x = xOf(scene.timeline, span.from)
  pen.fillStyle = fillOf(scene.palette, kind)
  pen.fillRect(x, box.y, xOf(scene.timeline, span.to) - x, box.height)
}

/** Its hours: above it where a week is shown, in it otherwise, and only where they have room. */
function write(pen: Pen, bar: Bar, { box, scene: { palette, timeline, hour, row } }: At): void {
  pen.textAlign = 'left'
  if (timeline.view === 'week' && row < 32) return
  if (timeline.view === 'week') {
    const day = timeline.days.find(({ day }) => day === bar.day)
    const room = day ? day.x + day.width - box.x : 0
    pen.font = `500 11px ${palette.face}`
    pen.fillStyle = palette.colour['--ink-soft']
    const said = `${hour(bar.from)}–${hour(bar.to)}`
    if (room > said.length * 5.4) pen.fillText(said, Math.max(box.x, (day?.x ?? 0) + 2), box.y - 4)
    return
  }
  pen.font = `600 ${timeline.view === 'month' ? 11 : 12}px ${palette.face}`
  pen.fillStyle = palette.colour[bar.person === null ? '--promise' : '--hue-1-ink']
  if (timeline.view === 'month') {
    pen.textAlign = 'center'
    return pen.fillText(hour(bar.from), box.x + box.width / 2, box.y + box.height / 2 + 4)
  }
  const first = Math.min(bar.to, ...bar.parts.map(({ from }) => from))
  const last = Math.max(bar.from, ...bar.parts.map(({ to }) => to))
  const room = (span: Lasting): number => xOf(timeline, span.to) - xOf(timeline, span.from)
  if (room({ from: bar.from, to: first }) > 44) pen.fillText(hour(bar.from), box.x + 7, box.y + box.height / 2 + 4)
  pen.textAlign = 'right'
  if (first !== bar.to && room({ from: last, to: bar.to }) > 44) pen.fillText(hour(bar.to), box.x + box.width - 7, box.y + box.height / 2 + 4)
} // prettier-ignore

function flag(pen: Pen, { x, y, width }: Box, { colour, face }: Palette): void {
  pen.beginPath()
  pen.arc(x + width - 2, y + 2, 6, 0, 7)
  pen.fillStyle = colour['--danger']
  pen.fill()
  pen.fillStyle = colour['--surface']
  pen.font = `700 10px ${face}`
  pen.textAlign = 'center'
  pen.fillText('!', x + width - 2, y + 5.5)
}

function padlock(pen: Pen, { x, y, height }: Box, { colour }: Palette): void {
  const [left, top] = [x + 3, y + height - 9]
  pen.fillStyle = colour['--hue-1-ink']
  pen.fillRect(left, top + 3, 7, 5)
  pen.beginPath()
  pen.arc(left + 3.5, top + 3, 2.2, Math.PI, 0)
  pen.strokeStyle = colour['--hue-1-ink']
  pen.lineWidth = 1.3
  pen.stroke()
}

function dot(pen: Pen, { x, y }: Box, { colour }: Palette): void {
  pen.beginPath()
  pen.arc(x + 1, y + 1, 3.5, 0, 7)
  pen.fillStyle = colour['--promise']
  pen.fill()
}
