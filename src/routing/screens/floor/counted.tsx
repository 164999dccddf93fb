import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Badge, type BadgeTone } from '#ui/badge'
import { Button } from '#ui/button'
import { Select } from '#ui/select'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { formulas, listCounted, type Counted as Contact, type FloorQueue } from '../../contract.ts'
import { sayLength } from '../../rules/say-length.ts'
import { iconOf } from '../agent/icon-of.ts'
import { words } from './drawer-words.ts'
import { useHour } from './hour.ts'
import { Level } from './queues.tsx'
import './drawer.css'
import './floor.css'

export const outcomes = ['in_time', 'late', 'gone_early', 'gone_late', 'overdue'] as const
const tones: Readonly<Record<Contact['outcome'], BadgeTone>> = {
  in_time: 'neutral',
  late: 'promise',
  gone_early: 'neutral',
  gone_late: 'danger',
  overdue: 'danger',
}

/** Today's service level: by which formula, and from which contacts, one by one. */
export function Counted({ queue }: { queue: FloorQueue }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [outcome, setOutcome] = useState<'all' | Contact['outcome']>('all')
  const list = useAskPages(listCounted, { queue: queue.id, limit: 50, ...(outcome === 'all' ? {} : { outcome }) })
  return (
    <div className="floor-counted">
      <Level queue={queue} />
      <p>{formulas[queue.aim.formula][spoken]}</p>
      <Select
        label={say('which')}
        hideLabel
        options={[
          { id: 'all' as const, label: say('allOutcomes') },
          ...outcomes.map((id) => ({ id, label: say(`outcome_${id}`) })),
        ]}
        value={outcome}
        onChange={setOutcome}
      />
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} kind="rows" />}
      {list.data && list.items.length === 0 && <p className="floor-nothing">{say('noneCounted')}</p>}
      <Contacts items={list.items} />
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </div>
  )
}

export function Contacts({ items }: { items: readonly Contact[] }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const hour = useHour()
  return (
    <ol className="floor-waiting">
      {items.map((contact) => (
        <li key={contact.item} className="floor-item" data-counted>
          <Icon name={iconOf[contact.channel as keyof typeof iconOf] ?? 'cases'} size={18} />
          <span className="floor-item-what">
            {contact.case ? <Link to={`/cases/${contact.case.id}`}>{contact.case.subject || say('case', { number: contact.case.number })}</Link> : <span>{contact.queue.name}</span>}
            <small>{say('cameAt', { hour: hour(contact.arrived_at) })}</small>
          </span>
          <span className="floor-figure">{sayLength(contact.wait_s)[spoken]}</span>
          <Badge tone={tones[contact.outcome]}>{say(`outcome_${contact.outcome}`)}</Badge>
        </li>
      ))}
    </ol>
  ) // a channel this desk does not know yet has the drawing of a case
} // prettier-ignore
