import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react'
import { listCustomers } from '#customers/contract'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { SearchField } from '#ui/field'
import { Page } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Person } from '#ui/person'
import { useAsk, useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { listCases } from '../../contract.ts'
import { useMe } from '../me.ts'
import { words } from '../words.ts'
import { readFilter, type Filter } from './filter.ts'
import { Filters } from './filters.tsx'
import { LongList } from './long-list.tsx'
import { walkThrough } from './walk.ts'

/** Every case one may see, filtered from the address. */
export function AllCasesPage() {
  const say = useWords(words)
  const [filter, change] = useFilter()
  return (
    <Page title={say('all')}>
      <div className="cases-all">
        <Sought filter={filter} change={change} />
        <Filters filter={filter} change={change} />
        <Found filter={filter} status={filter.status ?? 'open'} />
      </div>
    </Page>
  )
}

/** Searching from anywhere: the whole correspondence, closed or not, and the customers. */
export function SearchPage() {
  const say = useWords(words)
  const [filter, change] = useFilter()
  return (
    <Page title={say('searchTitle')}>
      <div className="cases-all">
        <Sought filter={filter} change={change} autoFocus={filter.q === undefined} />
        {filter.q === undefined ? (
          <Empty drawing="search" title={say('typeTitle')}>
            {say('typeText')}
          </Empty>
        ) : (
          <>
            <FoundCustomers q={filter.q} />
            <Found filter={filter} status={filter.status ?? 'all'} />
          </>
        )}
      </div>
    </Page>
  )
}

type Change = (part: { [Key in keyof Filter]?: Filter[Key] | undefined }) => void

function useFilter(): [Filter, Change] {
  const kept: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const filter = readFilter(kept)
  const change: Change = (part) => {
    const next = Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined))
    void navigate({ to: '.', search: next as never, replace: true }) // the pages of this room validate it with readFilter
  }
  return [filter, change]
}

type Seeking = { filter: Filter; change: Change; autoFocus?: boolean }

// What is typed goes into the address a moment after the last key; what comes from the address goes into the field.
function Sought({ filter, change, autoFocus = false }: Seeking) {
  const say = useWords(words)
  const asked = filter.q ?? ''
  const [typed, setTyped] = useState(asked)
  const [before, setBefore] = useState(asked)
  if (before !== asked) {
    setBefore(asked)
    if (asked !== typed.trim()) setTyped(asked)
  }
  const seek = useEffectEvent((q: string) => change({ q: q === '' ? undefined : q }))
  useEffect(() => {
    if (typed.trim() === asked) return
    const timer = setTimeout(() => seek(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed, asked])
  return (
    <div onKeyDown={(event) => event.key === 'ArrowDown' && toFirstLine(event)}>
      <SearchField
        label={say('search')}
        placeholder={say('searchHint')}
        value={typed}
        onChange={setTyped}
        onSubmit={(q) => change({ q: q || undefined })}
        autoFocus={autoFocus}
      />
    </div>
  )
}

function toFirstLine(event: KeyboardEvent): void {
  const first = document.querySelector<HTMLElement>('.cases-found [data-line]')
  if (!first) return
  event.preventDefault()
  first.focus()
}

function Found({ filter, status }: { filter: Filter; status: 'open' | 'closed' | 'all' }) {
  const say = useWords(words)
  const pages = useAskPages(listCases, { ...filter, status, limit: 50 })
  const ids = pages.items.map(({ id }) => id).join(' ')
  useEffect(() => walkThrough(ids === '' ? [] : ids.split(' ')), [ids])
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />
  if (pages.isPending) return <Skeleton lines={8} kind="rows" />
  if (pages.items.length === 0)
    return (
      <Empty drawing="search" title={say('noneTitle')}>
        {say('noneText')}
      </Empty>
    )
  const count = pages.items.length
  return (
    <section className="cases-found" aria-label={say('cases')}>
      <p className="cases-count" role="status">
        {pages.hasMore ? say('foundMore', { count }) : say('found', { count })}
      </p>
      <LongList
        label={say('cases')}
        rows={pages.items}
        hasMore={pages.hasMore}
        onEnd={() => !pages.isFetchingNextPage && pages.more()}
      />
    </section>
  )
}

function FoundCustomers({ q }: { q: string }) {
  const say = useWords(words)
  const me = useMe()
  const found =
    useAsk(listCustomers, { q, limit: 4 }, { enabled: me?.may.has('customer.read') ?? false, keepPrevious: true }).data?.items ??
    []
  if (found.length === 0) return null
  return (
    <section className="cases-found-people" aria-labelledby="cases-found-people">
      <h2 id="cases-found-people">{say('customers')}</h2>
      <ul>
        {found.map((each) => (
          <li key={each.id}>
            <Link to={`/customers/${each.id}`}>
              <Person person={each} detail={each.company?.name ?? each.email ?? ''} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
