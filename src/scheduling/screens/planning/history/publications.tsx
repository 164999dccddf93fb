import { useState } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Plan } from '../../../contract/plans.ts'
import { listPublicationChanges, listPublications, type Publication } from '../../../contract/publishing.ts'
import { ChangeLines } from '../publish/changes.tsx'
import { Log } from './log.tsx'
import { historyWords } from './words.ts'

/** What people were shown, each time, and by whom. */
export function Publications({ plan }: { plan: Plan }) {
  const say = useWords(historyWords)
  const asked = useAskPages(listPublications, { id: plan.id, limit: 25 })
  return (
    <Log asked={asked} none={say('noPublications')} lead={say('publicationsText')} keyOf={({ number }) => number}>
      {(each) => <One publication={each} plan={plan} />}
    </Log>
  )
}

function One({ publication: { number, at, by, kind, note, people, changes }, plan }: { publication: Publication; plan: Plan }) {
  const say = useWords(historyWords)
  const [open, setOpen] = useState(false)
  return (
    <li>
      <strong>{say(`kind_${kind}`, { number })}</strong>
      <span>{say('told', { people, changes })}</span>
      {note && <q>{note}</q>}
      <small>
        <Time at={at} as="exact" /> {say('by', { name: by?.name ?? say('program') })}
      </small>
      {changes > 0 && !open && (
        <Button size="small" icon="down" tone="quiet" onPress={() => setOpen(true)}>
          {say('show')}
        </Button>
      )}
      {open && <Changed plan={plan} number={number} />}
    </li>
  )
}

function Changed({ plan, number }: { plan: Plan; number: number }) {
  const say = useWords(historyWords)
  const asked = useAskPages(listPublicationChanges, { id: plan.id, number, limit: 100 })
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={3} />
  return (
    <div className="scheduling-log-changes">
      <ChangeLines changes={asked.items} zone={plan.zone} />
      {asked.hasMore && (
        <Button tone="quiet" size="small" busy={asked.isFetchingNextPage} onPress={asked.more}>
          {say('older')}
        </Button>
      )}
    </div>
  )
}
