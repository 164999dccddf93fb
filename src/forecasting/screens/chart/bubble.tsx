// One point read: what came, what was expected, how far it may stray, what people changed.
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { duration } from '../figures.tsx'
import type { Point } from '../points.ts'
import { dayOf, momentOf, number } from '../say.ts'
import { isByDay, type Zoom } from '../view.ts'
import { words } from '../words.ts'
import type { Scale } from './scale.ts'

type Read = { point: Point; closed: boolean; scale: Scale; zoom: Zoom; zone: string }

export function Bubble({ point, closed, scale, zoom, zone }: Read) {
  const say = useWords(words)
  const spoken = useLanguage()
  const x = scale.x((point.from + point.to) / 2)
  const side = x > scale.frame.width / 2 ? { right: scale.frame.width - x + 12 } : { left: x + 12 }
  const lines = useLines(point)
  return (
    <div className="forecasting-bubble" aria-hidden="true" style={side}>
      <strong>{isByDay(zoom) ? dayOf(point.from, { spoken, zone }) : momentOf(point, zoom, { spoken, zone })}</strong>
      {closed && <small>{say('closed')}</small>}
      {lines.map(([name, value]) => (
        <span key={name}>
          <span>{name}</span> <b>{value}</b>
        </span>
      ))}
    </div>
  )
}

function useLines(point: Point): (readonly [string, string])[] {
  const say = useWords(words)
  const spoken = useLanguage()
  const comes = (point.mean ?? point.arrived ?? 0) > 0
  const told = (name: 'came' | 'forecast' | 'unadjusted', value: number | null) =>
    value === null ? [] : [[say(name), number(value, spoken)] as const]
  return [
    ...told('came', point.arrived),
    ...told('forecast', point.mean),
    ...(point.p10 !== null && point.p90
      ? [[say('band'), `${number(point.p10, spoken)} – ${number(point.p90, spoken)}`] as const]
      : []),
    ...told('unadjusted', isAdjusted(point) ? point.unadjusted : null),
    ...(point.handling_s !== null && comes ? [[say('figureHandling'), duration(point.handling_s)] as const] : []),
  ]
}

export const isAdjusted = ({ mean, unadjusted }: Point): boolean =>
  mean !== null && unadjusted !== null && Math.abs(mean - unadjusted) > 0.005

/** The same for ears. */
export function useSpokenPoint({ zoom, zone }: { zoom: Zoom; zone: string }): (point: Point, closed: boolean) => string {
  const say = useWords(words)
  const spoken = useLanguage()
  return (point, closed) =>
    [
      momentOf(point, zoom, { spoken, zone }),
      closed && say('closed'),
      point.arrived !== null && `${say('came')} ${number(point.arrived, spoken)}`,
      point.mean !== null && `${say('forecast')} ${number(point.mean, spoken)}`,
      point.p10 !== null && point.p90 !== null && `${say('band')} ${number(point.p10, spoken)} – ${number(point.p90, spoken)}`,
    ].filter((part) => part !== false).join(', ') // prettier-ignore
}
