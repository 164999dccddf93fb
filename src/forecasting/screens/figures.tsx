import { useLanguage } from '#ui/language'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { totalOf, type Point } from './points.ts'
import { change, number } from './say.ts'
import { words } from './words.ts'

/** What the span, or the range chosen on it, comes to. Compared over the intervals of which both are known. */
export function Figures({ points }: { points: readonly Point[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { arrived, mean } = totalOf(points)
  const now = useNow()
  const over = points.filter(({ to }) => to <= now)
  const both = totalOf(over.filter((point) => point.arrived !== null && point.mean !== null))
  const toCome = totalOf(points.filter((point) => point.to > now && point.arrived === null)).mean
  const gap = both.arrived !== null && both.mean !== null && both.arrived > 0 ? both.mean / both.arrived - 1 : null
  const busy = points.filter(({ handling_s, mean: m, arrived: a }) => handling_s !== null && (m ?? a ?? 0) > 0)
  const weight = busy.reduce((sum, point) => sum + (point.mean ?? point.arrived ?? 0), 0)
  const handling =
    weight > 0
      ? busy.reduce((sum, point) => sum + (point.handling_s ?? 0) * (point.mean ?? point.arrived ?? 0), 0) / weight
      : null
  const facts = [
    arrived !== null && { name: say('figureCame'), value: number(arrived, spoken) },
    both.mean !== null && {
      name:
        both.arrived === arrived ? say('figureForecast') : say('figureForecastOf', { came: number(both.arrived ?? 0, spoken) }),
      value: number(both.mean, spoken),
    },
    gap !== null && { name: say('figureGap'), value: change(gap, spoken) },
    toCome !== null && { name: arrived === null ? say('figureForecast') : say('figureToCome'), value: number(toCome, spoken) },
    handling !== null && { name: say('figureHandling'), value: duration(handling) },
  ].filter((fact) => fact !== false)
  return (
    <div className="forecasting-figures">
      <dl>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mean === null && <p>{say('nothingForecast')}</p>}
    </div>
  )
}

export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole}\u202fs` : `${Math.floor(whole / 60)}\u202fmin\u00a0${String(whole % 60).padStart(2, '0')}`
}
