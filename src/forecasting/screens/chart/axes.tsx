import { useLanguage } from '#ui/language'
import type { Point } from '../points.ts'
import { dayOf, hourOf, monthDayOf, number } from '../say.ts'
import type { Zoom } from '../view.ts'
import type { Scale } from './scale.ts'

type Axed = { points: readonly Point[]; zoom: Zoom; zone: string; scale: Scale }

export function Axes({ points, zoom, zone, scale }: Axed) {
  const spoken = useLanguage()
  const { left, right, width, height, bottom } = scale.frame
  return (
    <g className="forecasting-axes">
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - right} y1={scale.y(tick)} y2={scale.y(tick)} data-zero={tick === 0 || undefined} />
          <text x={left - 8} y={scale.y(tick) + 4} textAnchor="end">
            {number(tick, spoken)}
          </text>
        </g>
      ))}
      {labelsOf({ points, zoom, zone, scale }, spoken).map(({ at, x, text, line }) => (
        <g key={at}>
          {line && (
            <line className="forecasting-midnight" x1={scale.x(at)} x2={scale.x(at)} y1={scale.frame.top} y2={height - bottom} />
          )}
          <text x={x} y={height - 10} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
    </g>
  )
}

type Label = { at: number; x: number; text: string; line: boolean }
const ROOM = { day: 52, week: 78, month: 58, season: 62 }

// Every so many as there is room for. Of a week the names of days, in their middle.
function labelsOf({ points, zoom, zone, scale }: Axed, spoken: 'fr' | 'en'): Label[] {
  const where = { spoken, zone }
  const across = scale.frame.width - scale.frame.left - scale.frame.right
  const local = (at: number): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  if (zoom === 'week') {
    const days = points.filter(({ from }) => local(from).startOfDay().epochMilliseconds === from)
    const every = Math.ceil((days.length * ROOM.week) / across)
    return days.map(({ from }, i): Label => {
      const next = local(from).add({ days: 1 }).epochMilliseconds
      return { at: from, x: scale.x((from + next) / 2), text: i % every === 0 ? dayOf(from, where) : '', line: i > 0 }
    })
  }
  const every = Math.max(1, Math.ceil((points.length * ROOM[zoom]) / across))
  const step =
    zoom === 'day' ? ([4, 8, 12, 16, 24].find((each) => each >= every) ?? 24) : ([1, 2, 3, 7].find((each) => each >= every) ?? 14)
  return points.flatMap(({ from, to }, i): Label[] =>
    i % step === 0
      ? [
          {
            at: from,
            x: zoom === 'day' ? scale.x(from) : scale.x((from + to) / 2),
            text: zoom === 'day' ? hourOf(from, where) : monthDayOf(from, where),
            line: false,
          },
        ]
      : [],
  )
}
