import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Id } from '#base/contract'
import { listTeams } from '#staff/contract'
import { Badge, Count } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useCommands } from '#ui/keys'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk, useAskPages } from '#ui/query'
import { Select } from '#ui/select'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listPromises, type Promised } from '../contract.ts'
import { DeedButtons, useDeeds, type Deeds } from './deeds.tsx'
import { groupOf, type Group } from './due-words.ts'
import { useDueWords } from './use-due-words.ts'
import { words } from './words.ts'
import './commitments.css'

const groups: readonly Group[] = ['late', 'today', 'tomorrow', 'later']

/** What is owed, the first due first: late, today, tomorrow, later. */
export function PromisesPage() {
  const say = useWords(words)
  const room = useRef<HTMLDivElement>(null)
  const [whose, setWhose] = useState('me')
  const owed = useAskPages(listPromises, { ...ownersOf(whose), state: 'owed', limit: 100 })
  const now = useNow()
  const deeds = useDeeds()
  useRowCommands(room, owed.items, deeds)
  const by = Map.groupBy(owed.items, (promise) => groupOf(promise, now))
  const late = by.get('late')?.length ?? 0
  return (
    <Page
      title={say('title')}
      lead={owed.data && `${say('lead', { count: owed.items.length })}${late > 0 ? ` ${say('leadLate', { late })}` : ''}`}
      actions={
        <>
          <Whose value={whose} onChange={setWhose} />
          <ButtonLink href="/desk/promises/figures" icon="sort">
            {say('figures')}
          </ButtonLink>
        </>
      }
    >
      <div ref={room} className="commitments-page">
        {owed.isError && !owed.data ? (
          <Failure error={owed.error} onRetry={() => void owed.refetch()} />
        ) : owed.isPending ? (
          <Panel flush>
            <Skeleton lines={5} kind="rows" />
          </Panel>
        ) : owed.items.length === 0 ? (
          <Empty drawing="calm" title={say('emptyTitle')}>
            {say('emptyText')}
          </Empty>
        ) : (
          groups.map((group) => (
            <Section key={group} group={group} promises={by.get(group) ?? []} deeds={deeds} owners={whose !== 'me'} />
          ))
        )}
        {owed.hasMore && (
          <Button tone="quiet" busy={owed.isFetchingNextPage} onPress={owed.more}>
            {say('more')}
          </Button>
        )}
      </div>
      {deeds.dialogs}
    </Page>
  )
}

const ownersOf = (whose: string): { owner?: 'me'; team?: Id<'team'> } =>
  whose === 'me' ? { owner: 'me' } : whose === 'all' ? {} : { team: whose as Id<'team'> } // chosen among teams

function Whose({ value, onChange }: { value: string; onChange: (whose: string) => void }) {
  const say = useWords(words)
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const options = [
    { id: 'me', label: say('mine') },
    ...teams.map(({ id, name }) => ({ id: String(id), label: say('team', { name }) })),
    { id: 'all', label: say('everyone') },
  ]
  return <Select label={say('whose')} hideLabel options={options} value={value} onChange={onChange} />
}

type Sectioning = { group: Group; promises: readonly Promised[]; deeds: Deeds; owners: boolean }

function Section({ group, promises, deeds, owners }: Sectioning) {
  const say = useWords(words)
  if (promises.length === 0) return null
  return (
    <section className="commitments-group" data-group={group} aria-labelledby={`commitments-${group}`}>
      <header>
        <h2 id={`commitments-${group}`}>{say(group)}</h2>
        <Count value={promises.length} tone={group === 'late' ? 'promise' : 'neutral'} />
      </header>
      <ul>
        {promises.map((promise) => (
          <Row key={promise.id} promise={promise} deeds={deeds} owners={owners} />
        ))}
      </ul>
    </section>
  )
}

function Row({ promise, deeds, owners }: { promise: Promised; deeds: Deeds; owners: boolean }) {
  const say = useWords(words)
  const when = useDueWords()
  const late = groupOf(promise, useNow()) === 'late'
  return (
    <li className="commitments-row" data-late={late || undefined}>
      <Link to={`/cases/${promise.case.id}`} className="commitments-what" data-line={promise.id}>
        <strong>{promise.what}</strong>
        <small>
          {promise.customer?.name} · {say('caseNumber', { number: promise.case.number })} · {promise.case.subject}
        </small>
      </Link>
      {promise.case.closed && <Badge icon="check">{say('caseClosed')}</Badge>}
      {owners && <Person person={promise.owner} size={24} />}
      <span className="commitments-when">
        <strong>
          <Time at={promise.due_at} />
        </strong>
        <small>{when(promise)}</small>
      </span>
      <DeedButtons promise={promise} deeds={deeds} />
    </li>
  )
}

// j and k walk; what has the focus can be kept or moved without leaving the list.
function useRowCommands(room: RefObject<HTMLDivElement | null>, promises: readonly Promised[], deeds: Deeds): void {
  const say = useWords(words)
  const go = useNavigate()
  const at = useRef<Promised | null>(null)
  useEffect(() => {
    const place = room.current
    const look = (event: FocusEvent): void => {
      const line =
        event.target instanceof HTMLElement
          ? event.target.closest('.commitments-row')?.querySelector<HTMLElement>('[data-line]')
          : null
      at.current = promises.find(({ id }) => id === line?.dataset['line']) ?? null
    }
    place?.addEventListener('focusin', look)
    return () => place?.removeEventListener('focusin', look)
  }, [room, promises])
  const onIt = (deed: (promise: Promised) => void) => () => at.current && deed(at.current)
  const group = say('group')
  useCommands([
    { id: 'commitments.next', label: say('next'), group, keys: 'j', icon: 'down', run: () => walk(room.current, 1) },
    { id: 'commitments.previous', label: say('previous'), group, keys: 'k', icon: 'up', run: () => walk(room.current, -1) },
    { id: 'commitments.keep', label: say('keepLong'), group, keys: 'e', icon: 'check', run: onIt(deeds.keep) },
    { id: 'commitments.move', label: say('move'), group, keys: 'm', icon: 'clock', run: onIt(deeds.move) },
    {
      id: 'commitments.open',
      label: say('openCase'),
      group,
      keys: 'o',
      icon: 'open',
      run: onIt(({ case: of }) => void go({ to: `/cases/${of.id}` })),
    },
  ])
}

function walk(room: HTMLElement | null, by: 1 | -1): void {
  const lines = [...(room?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  const at = lines.findIndex((line) => line.closest('.commitments-row')?.contains(document.activeElement))
  const to = at < 0 ? (by === 1 ? lines[0] : lines.at(-1)) : lines[Math.max(0, Math.min(lines.length - 1, at + by))]
  to?.focus()
  to?.scrollIntoView({ block: 'nearest' })
}
