import { useLanguage } from '#ui/language'
import { Panel } from '#ui/layout'
import { useWords } from '#ui/words'
import type { ContractsOf } from '../../contract/work-terms.ts'
import { dayName, lengthOf } from '../planning/grid/hours.ts'
import { contractWords } from './contract-words.ts'

/** What was agreed before, and what is agreed for later: never rewritten. */
export function ContractHistory({ of: { history } }: { of: ContractsOf }) {
  const say = useWords(contractWords)
  const spoken = useLanguage()
  if (history.length === 0) return <p className="scheduling-quiet">{say('noHistory')}</p>
  const named = (day: string): string => `${dayName(day, spoken, 'short')} ${day.slice(0, 4)}`
  return (
    <Panel title={say('history')}>
      <ul className="scheduling-contract-history">
        {history.map(({ id, from, until, terms }) => (
          <li key={id}>
            <strong>{lengthOf(terms.hours_week * 60, spoken)}</strong>
            <span>
              {until ? say('fromUntil', { from: named(from), until: named(until) }) : say('fromOn', { from: named(from) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
