// The picture of a stream: what came, what is forecast, how far it may stray, what people changed and what they announced.
import { useId, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { ChartFigures } from '#ui/chart'
import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import type { Point } from '../points.ts'
import { momentOf, number } from '../say.ts'
import { useNarrow } from '../use-narrow.ts'
import type { Zoom } from '../view.ts'
import { words } from '../words.ts'
import { Axes } from './axes.tsx'
import { Bubble, isAdjusted, useSpokenPoint } from './bubble.tsx'
import { Legend } from './legend.tsx'
import { bandPath, linePath, scaleOf, type Frame, type Scale } from './scale.ts'
import { useWidth } from './use-width.ts'
import { afterKey, rangeOf, type Choosing, type Range } from './selection.ts'

export type Mark = { from: number; to: number; name: string }
export type Closed = { from: number; to: number }
export type Odd = Mark & { arrived: number; decided: boolean }
export type Charted = {
  title: string
  points: readonly Point[]
  zoom: Zoom
  zone: string
  events: readonly Mark[]
  holidays: readonly Mark[]
  closed: readonly Closed[]
  outliers: readonly Odd[]
  choosing: Choosing
  onChoose: (choosing: Choosing) => void
  onAdjust: (range: Range) => void
  onZoom: (by: 1 | -1, at: number) => void // about a moment
}

const HEIGHT = 340
const ON_A_PHONE = 270

export function ForecastChart(charted: Charted) {
  const { title, points, zoom, zone, choosing } = charted
  const say = useWords(words)
  const spoken = useLanguage()
  const help = useId()
  const { place, width } = useWidth()
  const height = useNarrow() ? ON_A_PHONE : HEIGHT
  const frame: Frame = { width, height, left: 44, top: 26, right: 10, bottom: 30 }
  const scale = scaleOf(points, frame)
  const range = rangeOf(choosing)
  const where = { spoken, zone }
  const [hovered, setHovered] = useState<number | null>(null)
  const spokenPoint = useSpokenPoint({ zoom, zone })
  const isClosed = ({ from, to }: Point): boolean => charted.closed.some((span) => span.from <= from && span.to >= to)
  const at = choosing.cursor === null ? undefined : points[choosing.cursor]
  const read = hovered === null ? at : points[hovered]
  const table = {
    title, kind: 'lines' as const, labelName: say('moment'), labels: points.map((point) => momentOf(point, zoom, where)), format: (value: number) => number(value, spoken),
    series: [
      { name: say('came'), tone: 'neutral' as const, values: points.map(({ arrived }) => arrived) },
      { name: say('forecast'), tone: 'accent' as const, values: points.map(({ mean }) => mean) },
      { name: say('low'), tone: 'neutral' as const, values: points.map(({ p10 }) => p10) },
      { name: say('high'), tone: 'neutral' as const, values: points.map(({ p90 }) => p90) },
      { name: say('unadjusted'), tone: 'neutral' as const, values: points.map(({ unadjusted }) => unadjusted) },
      { name: say('handling'), tone: 'neutral' as const, values: points.map(({ handling_s }) => handling_s) },
    ],
  } // prettier-ignore
  return (
    <figure className="forecasting-chart">
      <Legend {...charted} />
      <div
        ref={place}
        className="forecasting-canvas"
        tabIndex={0}
        role="group"
        aria-roledescription={say('title')}
        aria-label={title}
        aria-describedby={help}
        {...useChoosing(charted, { scale, onHover: setHovered })}
      >
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          <ClosedTimes {...charted} scale={scale} />
          <Marks {...charted} scale={scale} />
          <Axes points={points} zoom={zoom} zone={zone} scale={scale} />
          <Drawn points={points} scale={scale} />
          <Odds {...charted} scale={scale} />
          <Now scale={scale} points={points} />
          {range && <Chosen range={range} points={points} scale={scale} />}
          {read && <Read point={read} scale={scale} />}
        </svg>
        {read && <Bubble point={read} closed={isClosed(read)} scale={scale} zoom={zoom} zone={zone} />}
      </div>
      <p id={help} className="unseen">
        {say('chartHelp')}
      </p>
      <p className="unseen" aria-live="polite">
        {at ? spokenPoint(at, isClosed(at)) : ''}
      </p>
      <ChartFigures {...table} />
    </figure>
  )
}

const PAGE_MS: Record<Zoom, number> = { day: 3_600_000, week: 86_400_000, month: 7 * 86_400_000, season: 7 * 86_400_000 }

type Means = { scale: Scale; onHover: (place: number | null) => void }

function useChoosing(charted: Charted, { scale, onHover }: Means) {
  const { points, choosing, onChoose, onZoom } = charted
  const drawing = useRef(false)
  const placeAt = (event: PointerEvent<HTMLDivElement>): number => {
    const at = scale.at(event.clientX - event.currentTarget.getBoundingClientRect().left)
    const found = points.findIndex(({ to }) => at < to)
    return found < 0 ? points.length - 1 : found
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0 || points.length === 0) return
      drawing.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      const cursor = placeAt(event)
      onChoose({ cursor, anchor: event.shiftKey && choosing.cursor !== null ? (choosing.anchor ?? choosing.cursor) : cursor })
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (drawing.current) onChoose({ cursor: placeAt(event), anchor: choosing.anchor })
      onHover(event.pointerType === 'mouse' ? placeAt(event) : null)
    },
    onPointerLeave: () => onHover(null),
    onDoubleClick: (event: MouseEvent<HTMLDivElement>) =>
      onZoom(1, scale.at(event.clientX - event.currentTarget.getBoundingClientRect().left)),
    onPointerUp: () => void (drawing.current = false),
    onPointerCancel: () => void (drawing.current = false),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      onHover(null)
      if (pressed(charted, event)) event.preventDefault()
    },
  }
}

/** Whether the key means something here. */
function pressed({ points, zoom, choosing, onChoose, onAdjust, onZoom }: Charted, { key, shiftKey }: KeyboardEvent): boolean {
  const range = rangeOf(choosing)
  if (key === 'Enter' && range) return (onAdjust(range), true)
  const about = points[choosing.cursor ?? Math.floor(points.length / 2)]
  if (about && (key === '+' || key === '-')) return (onZoom(key === '+' ? 1 : -1, about.from), true)
  const page = about ? Math.max(1, Math.round(PAGE_MS[zoom] / (about.to - about.from))) : 1
  const next = afterKey({ key, shift: shiftKey }, choosing, { count: points.length, page })
  if (next) onChoose(next)
  return next !== null
}

function Drawn({ points, scale }: { points: readonly Point[]; scale: Scale }) {
  const adjusted = points.some(isAdjusted)
  const step = scale.x(points[1]?.from ?? 0) - scale.x(points[0]?.from ?? 0)
  const gap = step < 4 ? step / 6 : step < 12 ? 1 : 2
  const bar = step - gap
  return (
    <>
      <g className="forecasting-came">
        {points.map(
          ({ from, arrived }) =>
            arrived !== null &&
            arrived > 0 && (
              <rect
                key={from}
                x={scale.x(from) + gap / 2}
                y={scale.y(arrived)}
                width={bar}
                height={scale.y(0) - scale.y(arrived)}
                rx={bar > 6 ? 2 : 0}
              />
            ),
        )}
      </g>
      <path className="forecasting-band" d={bandPath(points, scale)} />
      {adjusted && <path className="forecasting-unadjusted" d={linePath(points, scale, ({ unadjusted }) => unadjusted)} />}
      <path className="forecasting-mean" d={linePath(points, scale, ({ mean }) => mean)} />
      {adjusted && <AdjustedPlaces points={points} scale={scale} />}
    </>
  )
}

// Where people changed it: an amber line along the bottom.
function AdjustedPlaces({ points, scale }: { points: readonly Point[]; scale: Scale }) {
  return (
    <g className="forecasting-adjusted">
      {points.map(
        (point) =>
          isAdjusted(point) && (
            <rect
              key={point.from}
              x={scale.x(point.from)}
              y={scale.y(0) + 1}
              width={scale.x(point.to) - scale.x(point.from) + 0.5}
              height={4}
            />
          ),
      )}
    </g>
  )
}

type Placed = Charted & { scale: Scale }

function Marks({ events, holidays, points, scale }: Placed) {
  const bounds = { from: points[0]?.from ?? 0, to: points.at(-1)?.to ?? 0 }
  const within = (marks: readonly Mark[]): Mark[] => marks.filter(({ from, to }) => to > bounds.from && from < bounds.to)
  const { top, height, bottom } = scale.frame
  const shown = (kind: string, { from, to, name }: Mark, line: number) => {
    const [a, b] = [scale.x(Math.max(from, bounds.from)), scale.x(Math.min(to, bounds.to))]
    return (
      <g key={`${kind}${from}${name}`} className={`forecasting-mark-${kind}`}>
        <rect x={a} y={top} width={Math.max(2, b - a)} height={height - top - bottom} />
        <text x={Math.min(a + 4, scale.frame.width - 60)} y={top - 14 + line * 12}>
          {name.length * 6.2 > b - a + 90 ? `${name.slice(0, Math.max(6, Math.floor((b - a + 90) / 6.2)))}…` : name}
        </text>
      </g>
    )
  }
  return (
    <>
      {within(holidays).map((mark) => shown('holiday', mark, 0))}
      {within(events).map((mark) => shown('event', mark, 1))}
    </>
  )
}

// Quietly behind everything: nobody can come.
function ClosedTimes({ closed, points, scale }: Placed) {
  const [from, to] = [points[0]?.from ?? 0, points.at(-1)?.to ?? 0]
  const { top, height, bottom } = scale.frame
  return (
    <g className="forecasting-closed">
      {closed.map((span) => {
        const [a, b] = [Math.max(from, span.from), Math.min(to, span.to)]
        const x = scale.x(a)
        return a < b && <rect key={span.from} x={x} y={top} width={scale.x(b) - x} height={height - top - bottom} />
      })}
    </g>
  )
}

// Where the point that is read stands.
function Read({ point, scale }: { point: Point; scale: Scale }) {
  const x = scale.x((point.from + point.to) / 2)
  const { top, height, bottom } = scale.frame
  return (
    <g className="forecasting-read">
      <line x1={x} x2={x} y1={top} y2={height - bottom} />
      {point.mean !== null && <circle cx={x} cy={scale.y(point.mean)} r={4} />}
    </g>
  )
}

// A point beside the bar it is about.
function Odds({ outliers, points, scale }: Placed) {
  return (
    <g className="forecasting-odds">
      {outliers.map(({ from, to, decided }) => {
        const about = points.find((point) => point.from < to && point.to > from && point.arrived !== null)
        if (!about) return null
        const last = points.findLast((point) => point.from < to && point.to > from) ?? about
        const high = Math.max(...points.filter((point) => point.from < to && point.to > from).map(({ arrived }) => arrived ?? 0))
        return (
          <circle
            key={from}
            data-decided={decided || undefined}
            cx={(scale.x(about.from) + scale.x(last.to)) / 2}
            cy={scale.y(high) - 8}
            r={5}
          />
        )
      })}
    </g>
  )
}

function Now({ points, scale }: { points: readonly Point[]; scale: Scale }) {
  const say = useWords(words)
  const now = useNow()
  if (now < (points[0]?.from ?? Infinity) || now > (points.at(-1)?.to ?? 0)) return null
  const x = scale.x(now)
  const { top, height, bottom, width } = scale.frame
  return (
    <g className="forecasting-now">
      <line x1={x} x2={x} y1={top} y2={height - bottom} />
      <text x={x > width - 80 ? x - 4 : x + 4} y={height - bottom - 6} textAnchor={x > width - 80 ? 'end' : 'start'}>
        {say('now')}
      </text>
    </g>
  )
}

function Chosen({ range, points, scale }: { range: Range; points: readonly Point[]; scale: Scale }) {
  const [a, b] = [scale.x(points[range.first]?.from ?? 0), scale.x(points[range.last]?.to ?? 0)]
  const { top, height, bottom } = scale.frame
  return <rect className="forecasting-chosen" x={a} y={top} width={Math.max(2, b - a)} height={height - top - bottom} />
}
