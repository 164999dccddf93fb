import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Figure } from '../../contract.ts'
import { signed } from '../amounts.ts'
import { knownOf, type ComparedName } from '../figures.ts'
import { verdictOf } from '../verdict.ts'
import { Interval } from './interval.tsx'
import { words } from './words.ts'

/** A difference with its interval, in the colour of what may be said of it. */
export function DifferenceCell({
  name,
  difference,
  today,
}: {
  name: ComparedName
  difference: Figure | undefined
  today: Figure | undefined
}) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { unit } = knownOf(name)
  const said = (value: number) => signed(value, unit, spoken)
  return (
    <td className="rehearsal-difference" data-saying={verdictOf(name, difference, today)?.saying} data-label={say('difference')}>
      {difference?.mean == null
        ? '–'
        : isNone(difference)
          ? say('none')
          : `${said(difference.mean)}${unit === 'share' ? ` ${say('points', { count: 100 * Math.abs(difference.mean) })}` : ''}`}
      <Interval low={difference?.low ?? null} high={difference?.high ?? null} shown={said} />
    </td>
  )
}

const isNone = ({ mean, low, high }: Figure) => mean === 0 && low === high
