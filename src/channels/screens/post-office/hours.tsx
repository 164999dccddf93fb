import type { UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { hour } from '#ui/instant'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useWords } from '#ui/words'
import type { officeShape } from '../../contract.ts'
import { words } from './words.ts'

const [HEIGHT, STEP] = [96, 20]

/** The last day, a bar an hour. For who cannot see it the sentence says the sum, and each bar its hour. */
export function Hours({ office }: { office: UseQueryResult<z.infer<typeof officeShape>> }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (!office.data) return <Skeleton lines={4} />
  const { hours } = office.data
  const most = Math.max(1, ...hours.map(({ received }) => received))
  const sum = hours.reduce((total, { received }) => total + received, 0)
  return (
    <figure className="post-hours">
      <figcaption>{say('todayText', { count: sum })}</figcaption>
      <svg viewBox={`0 0 ${hours.length * STEP} ${HEIGHT + 20}`} role="img" aria-label={say('todayText', { count: sum })}>
        {hours.map(({ at, received }, place) => {
          const height = received === 0 ? 2 : Math.max(6, (received / most) * HEIGHT)
          return (
            <g key={at}>
              <title>{say('hourBar', { hour: hour(at, { spoken }), count: received })}</title>
              <rect x={place * STEP} y="0" width={STEP} height={HEIGHT} className="post-hour-room" />
              <rect
                x={place * STEP + 3} y={HEIGHT - height} width={STEP - 6} height={height} rx="2"
                className="post-hour" data-none={received === 0 || undefined}
              />
              {place % 6 === 5 && (
                <text x={place === hours.length - 1 ? hours.length * STEP : place * STEP + STEP / 2} y={HEIGHT + 15} textAnchor={place === hours.length - 1 ? 'end' : 'middle'}>
                  {hour(at, { spoken })}
                </text>
              )}
            </g>
          ) // prettier-ignore
        })}
      </svg>
    </figure>
  )
}
