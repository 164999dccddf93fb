import { useWords } from '#ui/words'
import type { DayBoard, DayTarget, Lines } from '../../contract.ts'
import { words } from '../words.ts'
import { bandOf, pathOf, stepsOf, topOf } from './scale.ts'

export type Drawing = {
  board: DayBoard
  lines: Lines
  target: DayTarget | null
  seen: { from: number; to: number }
  x: (at: number) => number
  now: number
  width: number
  left: number
}
type Band = Drawing & { height: number }
type Line = readonly (number | null)[]

const middle = ({ x, seen }: Drawing, line: Line, y: (value: number) => number) =>
  line
    .slice(seen.from, seen.to)
    .map((value, n) => (value === null ? null : { x: (x(seen.from + n) + x(seen.from + n + 1)) / 2, y: y(value) }))
const scaled =
  (top: number, height: number) =>
  (value: number): number =>
    height - (Math.min(value, top) / top) * height

function Ticks({ ticks, y, left, width, format = String }: { ticks: readonly number[]; y: (value: number) => number; left: number; width: number; format?: (value: number) => string }) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="intraday-grid" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
      {tick > 0 && <text className="intraday-tick" x={left - 6} y={y(tick) + 4} textAnchor="end">{format(tick)}</text>}
    </g>
  ))
} // prettier-ignore

const Name = ({ left, y = 11, children }: { left: number; y?: number; children: string }) => (
  <text className="intraday-band-name" x={left + 4} y={y}>
    {children}
  </text>
)

/** What was forecast, what came, what is to come. */
export function Contacts(band: Band) {
  const say = useWords(words)
  const { lines, seen, x, height, left, width } = band
  const { top, ticks } = topOf([lines.forecast_p90, lines.arrived, lines.again.p90].map((line) => line.slice(seen.from, seen.to)))
  const y = scaled(top, height)
  const bars = lines.arrived.slice(seen.from, seen.to)
  return (
    <>
      <Ticks ticks={ticks} y={y} left={left} width={width} />
      <path className="intraday-forecast-band" d={bandOf(middle(band, lines.forecast_p10, y), middle(band, lines.forecast_p90, y))} />
      {bars.map((value, n) =>
        value === null || value === 0 ? null : (
          <rect key={n} className="intraday-arrived" x={x(seen.from + n) + 1} width={Math.max(1, x(seen.from + n + 1) - x(seen.from + n) - 2)} y={y(value)} height={Math.max(0, height - y(value))} />
        ),
      )}
      <path className="intraday-again-band" d={bandOf(middle(band, lines.again.p10, y), middle(band, lines.again.p90, y))} />
      <path className="intraday-forecast" d={pathOf(middle(band, lines.forecast, y))} />
      <path className="intraday-again" d={pathOf(middle(band, lines.again.mean, y))} />
      <Name left={left}>{say('contacts')}</Name>
    </>
  )
} // prettier-ignore

/** Who is needed, planned, and here: really, then expected. */
export function People(band: Band) {
  const say = useWords(words)
  const { lines, seen, x, height, left, width, now } = band
  const own = (line: Line): Line => line.slice(seen.from, seen.to)
  const { top, ticks } = topOf([lines.need, lines.planned, lines.here].map(own))
  const y = scaled(top, height)
  const edge = Math.max(0, Math.ceil(now) - seen.from)
  const steps = (line: Line, from: number): string => stepsOf(line, { x, y, from })
  const here = own(lines.here)
  return (
    <>
      <Ticks ticks={ticks} y={y} left={left} width={width} />
      {here.map((value, n) => {
        const need = lines.need[seen.from + n] ?? 0
        if (value === null || need <= value + 0.5) return null
        return <rect key={n} className="intraday-short" x={x(seen.from + n)} width={x(seen.from + n + 1) - x(seen.from + n)} y={y(need)} height={Math.max(0, y(value) - y(need))} />
      })}
      <path className="intraday-planned" d={steps(own(lines.planned), seen.from)} />
      <path className="intraday-need" d={steps(own(lines.need), seen.from)} />
      <path className="intraday-here" d={steps(here.slice(0, edge), seen.from)} />
      <path className="intraday-here" data-expected="" d={steps(here.slice(edge), seen.from + edge)} />
      <Name left={left}>{say('people')}</Name>
    </>
  )
} // prettier-ignore

/** The level by interval: reached, then expected; below the target it says so by more than colour. */
export function Level(band: Band) {
  const say = useWords(words)
  const { lines, seen, x, height, left, width, target, now } = band
  const y = scaled(1, height)
  return (
    <>
      <Ticks ticks={[0, 0.5, 1]} y={y} left={left} width={width} format={(value) => `${value * 100}`} />
      {lines.level.slice(seen.from, seen.to).map((value, n) => {
        if (value === null) return null
        const place = seen.from + n
        const low = target !== null && value < target.share
        return (
          <rect key={n} className="intraday-level" data-low={low || undefined} data-expected={place >= Math.floor(now) || undefined}
            x={x(place) + 1} width={Math.max(1, x(place + 1) - x(place) - 2)} y={Math.min(y(value), height - 2)} height={Math.max(2, height - y(value))} />
        )
      })}
      {target && <line className="intraday-target" x1={left} x2={width} y1={y(target.share)} y2={y(target.share)} />}
      <Name left={left} y={-6}>{`${say('level')} %`}</Name>
    </>
  )
} // prettier-ignore
