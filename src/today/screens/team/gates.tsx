import { Link } from '@tanstack/react-router'
import type { Id } from '#base/contract'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listGates } from '../../contract.ts'
import { useMomentWords } from '../moment-words.ts'
import { words } from './words.ts'

/** How people went home lately, and what they left with which word. */
export function Gates({ team }: { team: Id<'team'> }) {
  const say = useWords(words)
  const when = useMomentWords()
  const gates = useAsk(listGates, { team, limit: 8 }).data?.items
  if (!gates) return <Skeleton lines={3} kind="rows" />
  if (gates.length === 0) return <p className="today-nothing">{say('noGates')}</p>
  return (
    <ul className="today-gates">
      {gates.map((gate) => (
        <li key={gate.id}>
          <header>
            <Person person={gate.person} size={24} />
            <small>
              <Time at={gate.at} /> · {say('backAt', { when: when(gate.back_at) })} ·{' '}
              {gate.items.length === 0 ? say('quiet') : say('gateCounts', { count: gate.items.length })}
            </small>
          </header>
          {gate.items.length > 0 && (
            <ul>
              {gate.items.map((item, i) => (
                <li key={i}>
                  {item.case ? <Link to={`/cases/${item.case.id}`}>{item.what || item.case.subject}</Link> : item.what}
                  <small>
                    {' '}
                    {say(`outcome_${item.outcome}`)}
                    {item.word && ` : « ${item.word} »`}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
