import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import { Count } from '#ui/badge'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { Notice, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { countCases, listCases, type Listed } from '../../contract.ts'
import { words } from '../words.ts'
import { EmptyDesk } from './empty-desk.tsx'
import { HandOversForMe } from './hand-overs.tsx'
import { Line } from './line.tsx'
import { MineTabs } from './mine-tabs.tsx'
import { useRowKeys } from './row-keys.ts'
import { walkThrough } from './walk.ts'
import './mentions.css'

const NewCase = lazy(async () => ({ default: (await import('./new-case.tsx')).NewCase }))

type Group = 'new' | 'waiting_for_us' | 'waiting_for_others'
const hints = { new: 'newHint', waiting_for_us: 'waitingHint', waiting_for_others: 'othersHint' } as const
const voids = { new: 'nothingNew', waiting_for_us: 'nothingWaiting', waiting_for_others: 'nothingOthers' } as const
const ask = (stands: Group) => ({ status: 'open', owner: 'me', stands, limit: 50 }) as const

/** Not an inbox by date: what is new to me, who waits for me, whom I wait for. */
export function MyCasesPage() {
  const say = useWords(words)
  const room = useRef<HTMLDivElement>(null)
  const [opening, setOpening] = useState(false)
  const counts = useAsk(countCases, {})
  const groups = {
    new: useAskPages(listCases, ask('new')),
    waiting_for_us: useAskPages(listCases, ask('waiting_for_us')),
    waiting_for_others: useAskPages(listCases, ask('waiting_for_others')),
  }
  useRowKeys(room)
  useCommands([
    { id: 'cases.create', label: say('newCase'), group: say('group'), keys: 'c', icon: 'plus', run: () => setOpening(true) },
  ])
  const all = Object.values(groups)
  const lines = {
    new: groups.new.items,
    waiting_for_us: longestWaitFirst(groups.waiting_for_us),
    waiting_for_others: groups.waiting_for_others.items,
  }
  useWalk([...lines.new, ...lines.waiting_for_us, ...lines.waiting_for_others])
  const broken = all.find((group) => group.isError && !group.data)
  const loading = all.some((group) => group.isPending)
  const waiting = (counts.data?.new ?? 0) + (counts.data?.waiting_for_us ?? 0)
  return (
    <Page
      title={say('mine')}
      lead={counts.data && say('mineLead', { count: waiting })}
      actions={<NewButton onPress={() => setOpening(true)} />}
    >
      <div ref={room} className="cases-mine">
        <MineTabs shown="cases" />
        <Failed count={counts.data?.failed ?? 0} />
        <HandOversForMe />
        {broken ? (
          <Failure error={broken.error} onRetry={() => all.forEach((group) => void group.refetch())} />
        ) : loading ? (
          <Panel flush>
            <Skeleton lines={6} kind="rows" />
          </Panel>
        ) : all.every((group) => group.items.length === 0) ? (
          <EmptyDesk />
        ) : (
          (['new', 'waiting_for_us', 'waiting_for_others'] as const).map((stands) => (
            <Section key={stands} stands={stands} lines={lines[stands]} count={counts.data?.[stands]}>
              {groups[stands].hasMore && (
                <Button tone="quiet" busy={groups[stands].isFetchingNextPage} onPress={groups[stands].more}>
                  {say('showMore')}
                </Button>
              )}
            </Section>
          ))
        )}
        <SetApart count={counts.data?.suspected ?? 0} />
      </div>
      <Suspense>{opening && <NewCase open onClose={() => setOpening(false)} />}</Suspense>
    </Page>
  )
}

function Failed({ count }: { count: number }) {
  const say = useWords(words)
  return count > 0 && <Notice tone="danger">{say('failedNotice', { count })}</Notice>
}

// What looks unwanted waits here without alarming anybody.
function SetApart({ count }: { count: number }) {
  const say = useWords(words)
  if (count === 0) return null
  return (
    <Link to="/cases" search={{ owner: 'me', stands: 'suspected' } as never} className="cases-apart">
      {say('apart', { count })} <Icon name="right" size={16} />
    </Link>
  ) // the page of all cases reads its address with readFilter
}

function NewButton({ onPress }: { onPress: () => void }) {
  const say = useWords(words)
  return (
    <Button icon="plus" keys="C" onPress={onPress}>
      {say('newCase')}
    </Button>
  )
}

type Sectioning = { stands: Group; lines: readonly Listed[]; count: number | undefined; children: ReactNode }

function Section({ stands, lines, count, children }: Sectioning) {
  const say = useWords(words)
  const waiting = count ?? lines.length
  const [known] = useState(() => new Set(lines.map(({ id }) => id))) // what comes while one looks slides in
  return (
    <section className="cases-group" data-stands={stands} aria-labelledby={`cases-${stands}`}>
      <header>
        <h2 id={`cases-${stands}`}>{say(stands)}</h2>
        <Count value={waiting} tone={stands === 'waiting_for_others' || waiting === 0 ? 'neutral' : 'accent'} />
        <small>{say(hints[stands])}</small>
      </header>
      <div className="cases-sheet">
        {lines.length === 0 && <p className="cases-nothing">{say(voids[stands])}</p>}
        <ul>
          {lines.map((row) => (
            <li key={row.id}>
              <Line row={row} fresh={!known.has(row.id)} waiting={stands !== 'waiting_for_others'} />
            </li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  )
}

// Whoever waits longest stands first, and a failed send before everybody; only when all of them are here can that be said.
function longestWaitFirst({ items, hasMore }: { items: readonly Listed[]; hasMore: boolean }): readonly Listed[] {
  if (hasMore) return items
  const since = (row: Listed) => `${row.failed_at ? 0 : 1}${row.last_in_at ?? row.last_at}`
  return items.toSorted((a, b) => (since(a) < since(b) ? -1 : 1))
}

function useWalk(rows: readonly Listed[]): void {
  const ids = rows.map(({ id }) => id).join(' ')
  useEffect(() => walkThrough(ids === '' ? [] : ids.split(' ')), [ids])
}
