import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useWords } from '#ui/words'
import type { DayBoard, DayTarget, Lines } from '../../contract.ts'
import { useHour } from '../shown.ts'
import { words } from '../words.ts'
import { Contacts, Level, People, type Drawing } from './bands.tsx'
import { DayFigures } from './day-figures.tsx'
import { Legend } from './legend.tsx'
import { Pointed } from './pointed.tsx'
import { seenIn, xOf } from './scale.ts'

type Drawn = { board: DayBoard; lines: Lines; target: DayTarget | null; label: string }
const HEIGHTS = { contacts: 150, people: 110, level: 90, axis: 22, gap: 18 }
const ALL = HEIGHTS.contacts + HEIGHTS.people + HEIGHTS.level + HEIGHTS.axis + HEIGHTS.gap * 2
const LEFT = 36

/** The day in three bands over one line of time: who comes, who is there, how well it goes. Arrows walk it an interval at a time. */
export function DayChart({ board, lines, target, label }: Drawn) {
  const say = useWords(words)
  const hour = useHour(board.zone)
  const { room, width } = useWidth()
  const [pointed, setPointed] = useState<number | null>(null)
  const per_hour = 60 / board.interval_min
  const seen = seenIn([lines.forecast, lines.arrived, lines.need, lines.planned, lines.here], per_hour)
  const frame = { width, left: LEFT, right: 8 }
  const x = (at: number): number => xOf(frame, seen.to - seen.from)(at - seen.from)
  const begins = Date.parse(board.from)
  const now = (Date.parse(board.at) - begins) / (board.interval_min * 60_000)
  const drawing: Drawing = { board, lines, target, seen, x, now, width, left: LEFT }
  const at = (clientX: number, box: DOMRect): number =>
    clamp(seen.from + Math.floor(((clientX - box.left - LEFT) / Math.max(1, width - LEFT - frame.right)) * (seen.to - seen.from)), seen)
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (event.key === 'Escape') setPointed(null)
    if (step === 0) return
    event.preventDefault()
    setPointed((before) => clamp((before ?? Math.floor(now)) + step, seen))
  }
  const move = (event: PointerEvent): void => setPointed(at(event.clientX, event.currentTarget.getBoundingClientRect()))
  const timeOf = (place: number): string => hour(begins + place * board.interval_min * 60_000)
  return (
    <figure className="intraday-chart" aria-label={say('chartOf', { label })}>
      <Legend />
      <div ref={room} className="intraday-chart-room" role="application" tabIndex={0} aria-label={`${say('chartOf', { label })}. ${say('walkChart')}`}
        onKeyDown={press} onPointerMove={move} onPointerLeave={() => setPointed(null)} onBlur={() => setPointed(null)}>
        {width > 0 && (
          <svg width={width} height={ALL} viewBox={`0 0 ${width} ${ALL}`} aria-hidden="true">
            <Hours drawing={drawing} per_hour={per_hour} timeOf={timeOf} />
            <Untold drawing={drawing} />
            <g><Contacts {...drawing} height={HEIGHTS.contacts} /></g>
            <g transform={`translate(0 ${HEIGHTS.contacts + HEIGHTS.gap})`}><People {...drawing} height={HEIGHTS.people} /></g>
            <g transform={`translate(0 ${HEIGHTS.contacts + HEIGHTS.people + HEIGHTS.gap * 2})`}><Level {...drawing} height={HEIGHTS.level} /></g>
            {now > seen.from && now < seen.to && <Moment x={x(now)} end={x(now) > width - 90} name={say('now')} />}
            {pointed !== null && <rect className="intraday-pointed" x={x(pointed)} width={Math.max(1, x(pointed + 1) - x(pointed))} y={0} height={ALL - HEIGHTS.axis} />}
          </svg>
        )}
        {pointed !== null && <Pointed lines={lines} place={pointed} time={`${timeOf(pointed)} – ${timeOf(pointed + 1)}`} past={pointed < Math.floor(now)} end={x(pointed) > width / 2} />}
      </div>
      <DayFigures lines={lines} seen={seen} timeOf={timeOf} label={label} />
    </figure>
  )
} // prettier-ignore

const clamp = (place: number, { from, to }: { from: number; to: number }): number => Math.min(to - 1, Math.max(from, place))

function Hours({
  drawing: { seen, x, left, width },
  per_hour,
  timeOf,
}: {
  drawing: Drawing
  per_hour: number
  timeOf: (place: number) => string
}) {
  const room = (width - left) / Math.max(1, (seen.to - seen.from) / per_hour)
  const every = Math.max(1, Math.ceil(44 / room)) * per_hour
  const places = Array.from({ length: seen.to - seen.from + 1 }, (_, n) => seen.from + n).filter((place) => place % every === 0)
  return places.map((place) => (
    <g key={place}>
      <line className="intraday-hour" x1={x(place)} x2={x(place)} y1={0} y2={ALL - HEIGHTS.axis} />
      <text className="intraday-tick" x={x(place)} y={ALL - 6} textAnchor="middle">
        {timeOf(place)}
      </text>
    </g>
  ))
}

// What nobody had forecast is not a forecast of nothing.
function Untold({ drawing: { lines, seen, x } }: { drawing: Drawing }) {
  const say = useWords(words)
  const first = lines.forecast.findIndex((value) => value !== null)
  const to = first < 0 ? seen.to : Math.min(first, seen.to)
  if (to <= seen.from) return null
  const [from, width] = [x(seen.from), x(to) - x(seen.from)]
  return (
    <g>
      <rect className="intraday-untold" x={from} width={width} y={0} height={HEIGHTS.contacts} />
      {width > 150 && <text className="intraday-tick" x={from + width / 2} y={HEIGHTS.contacts / 2} textAnchor="middle">{say('untold')}</text>}
    </g>
  )
} // prettier-ignore

function Moment({ x, end, name }: { x: number; end: boolean; name: string }) {
  return (
    <g>
      <line className="intraday-now" x1={x} x2={x} y1={0} y2={ALL - HEIGHTS.axis} />
      <text className="intraday-now-name" x={end ? x - 5 : x + 5} y={11} textAnchor={end ? 'end' : 'start'}>
        {name}
      </text>
    </g>
  )
}

function useWidth() {
  const room = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = room.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { room, width }
}
