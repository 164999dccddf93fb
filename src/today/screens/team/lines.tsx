import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { putTaken } from '#clocks/contract'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Person } from '#ui/person'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getTeamDay, getToday, type TeamDay } from '../../contract.ts'
import { GiveCase } from './give-case.tsx'
import { words } from './words.ts'

type Owned = TeamDay['breaking'][number]
type Listing = { lines: readonly Owned[]; nothing: string; act: 'give' | 'take'; team: TeamDay }

/** What would break, or came up, with who answers for it; it can be given to somebody else, or taken up. */
export function Lines({ lines, nothing, act, team }: Listing) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [giving, setGiving] = useState<Owned | null>(null)
  const take = useSend(putTaken, {
    refetch: [getTeamDay, getToday],
    onDone: () => toast({ tone: 'good', text: say('takeToast') }),
  })
  if (lines.length === 0) return <p className="today-nothing">{nothing}</p>
  return (
    <>
      <ul className="today-owned">
        {lines.map((line) => (
          <li key={line.key} className="today-owned-line" data-late={line.late || undefined}>
            <Link to={line.path} className="today-what">
              <span className="today-title">
                {line.customer && <strong>{line.customer.name}</strong>}
                <span>{line.what || line.case?.subject}</span>
              </span>
              <small>
                {line.at && (
                  <span className="today-when">
                    <Time at={line.at} />
                  </span>
                )}
                {line.why && <span>{line.why[spoken]}</span>}
              </small>
            </Link>
            <Person person={line.owner} size={24} />
            {act === 'take' ? (
              <Button size="small" icon="check" onPress={() => line.case && take.mutate({ case: line.case.id })}>
                {say('take')}
              </Button>
            ) : (
              <Button size="small" tone="quiet" icon="handover" onPress={() => setGiving(line)}>
                {say('give')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {giving?.case && <GiveCase of={giving.case.id} from={giving.owner.id} team={team} onClose={() => setGiving(null)} />}
    </>
  )
}
