import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Id } from '#base/contract'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { useLanguage } from '#ui/language'
import { Person } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Unhappy } from '../../contract.ts'
import { words } from './words.ts'
import '../today.css'
import '../team/team.css'

const CalmDialog = lazy(async () => ({ default: (await import('../calm.tsx')).CalmDialog }))

/** Who is unhappy, and what tells so, in the customers' own words. */
export function UnhappyList({ items, owners = false }: { items: readonly Unhappy[]; owners?: boolean }) {
  const say = useWords(words)
  const [calming, setCalming] = useState<Id<'case'> | null>(null)
  return (
    <>
      <ul className="today-unhappy">
        {items.map((each) => (
          <li key={each.case.id}>
            <Link to={`/cases/${each.case.id}`} className="today-what" data-line={each.case.id}>
              <span className="today-title">
                {each.customer && <strong>{each.customer.name}</strong>}
                <span>{each.case.subject || say('noSubject')}</span>
              </span>
              <small>
                <span>{say('number', { number: each.case.number })}</span>
                {each.case.closed && <span>{say('closed')}</span>}
                {owners && <Person person={each.owner} size={24} />}
              </small>
            </Link>
            <span className="today-deeds">
              <Badge tone={each.mood === 'very_unhappy' ? 'danger' : 'promise'}>{say(each.mood)}</Badge>
              <Button size="small" tone="quiet" onPress={() => setCalming(each.case.id)} aria-description={each.case.subject}>
                {say('dismiss')}
              </Button>
            </span>
            <Signals of={each} />
          </li>
        ))}
      </ul>
      <Suspense>{calming && <CalmDialog of={calming} onClose={() => setCalming(null)} />}</Suspense>
    </>
  )
}

const MOST = 4

export function Signals({ of }: { of: Unhappy }) {
  const spoken = useLanguage()
  const heaviest = of.signals.filter(({ weight }) => weight > 0).toSorted((a, b) => b.now - a.now).slice(0, MOST) // prettier-ignore
  return (
    <ul className="today-signals">
      {heaviest.map((signal) => (
        <li key={`${signal.kind} ${signal.at}`}>
          <span>{signal.why[spoken]}</span>
          {signal.words && <q>{signal.words}</q>}
          <Time at={signal.at} />
        </li>
      ))}
    </ul>
  )
}
