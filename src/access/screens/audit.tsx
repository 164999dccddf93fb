import { useNavigate, useSearch } from '@tanstack/react-router'
import type { z } from 'zod'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Select } from '#ui/select'
import { Table } from '#ui/table'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getAudit, type auditShape } from '../contract.ts'
import { deedNames, deeds } from './deeds.ts'
import { words } from './words.ts'
import './access.css'

type Entry = z.infer<typeof auditShape>

/** Names of people come from above (staff): given by the desk. */
export function AuditPage({ nameOf = () => null }: { nameOf?: (id: string) => string | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const navigate = useNavigate()
  const { what } = useSearch({ strict: false })
  const chosen = typeof what === 'string' ? what : 'all'
  const trail = useAskPages(getAudit, chosen === 'all' ? {} : { what: chosen })
  const choose = (to: string) => void navigate({ to: '.', search: (to === 'all' ? {} : { what: to }) as never, replace: true }) // the page's own search, see rooms.tsx
  return (
    <Page title={say('audit')} lead={say('auditLead')}>
      <Panel flush>
        <div className="access-filter">
          <Select
            label={say('filterWhat')} value={chosen} onChange={choose}
            options={[{ id: 'all', label: say('all') }, ...deedNames.map((id) => ({ id: id as string, label: deeds[id][spoken] }))]}
          />
        </div>
        {trail.error && <Failure error={trail.error} onRetry={() => void trail.refetch()} />}
        {trail.isPending ? <Skeleton kind="rows" /> : <Trail entries={trail.items} nameOf={nameOf} />}
        {trail.hasMore && (
          <div className="access-more">
            <Button busy={trail.isFetchingNextPage} onPress={trail.more}>
              {say('more')}
            </Button>
          </div>
        )}
      </Panel>
    </Page>
  ) // prettier-ignore
}

function Trail({ entries, nameOf }: { entries: readonly Entry[]; nameOf: (id: string) => string | null }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const actor = ({ kind, id }: Entry['actor']) =>
    kind === 'system'
      ? say('byHouse')
      : kind === 'key'
        ? say('byKey')
        : kind === 'customer'
          ? say('byVisitor')
          : (nameOf(id) ?? id.slice(-8))
  const deed = (what: string) => deedNames.find((each) => each === what)
  return (
    <Table
      label={say('audit')}
      rows={entries}
      idOf={({ id }) => id}
      columns={[
        { id: 'when', title: say('when'), width: 'narrow', cell: ({ at }) => <Time at={at} /> },
        { id: 'who', title: say('who'), cell: (entry) => actor(entry.actor) },
        { id: 'what', title: say('what'), cell: ({ what }) => { const known = deed(what); return <strong>{known ? deeds[known][spoken] : what}</strong> } },
        { id: 'about', title: say('about'), cell: ({ about }) => (about ? (nameOf(about) ?? '') : '') },
        { id: 'details', title: say('details'), quiet: true, cell: (entry) => <span className="access-details"><Details of={entry} /></span> },
        { id: 'from', title: say('from'), quiet: true, width: 'narrow', cell: ({ address }) => address ?? '' },
      ]}
      empty={
        <Empty drawing="search" title={say('noAudit')}>
          {say('noAuditText')}
        </Empty>
      }
    />
  ) // prettier-ignore
}

const MOST = 160
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/ // tells people nothing
function inShort(details: Record<string, unknown>): string {
  const parts = Object.entries(details).filter(
    ([, value]) => typeof value === 'number' || (typeof value === 'string' && !ID.test(value)),
  )
  const text = parts.map(([name, value]) => `${name}\u00a0: ${String(value)}`).join(' · ')
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

// What a public door refused is a code and how often; the rest is who it was said to.
function Details({ of: { what, details } }: { of: Entry }) {
  const say = useWords(words)
  const { code, count, door: _, last_at: __, ...rest } = details
  if (what !== 'door.refused') return inShort(details)
  return [say('refusedTimes', { code: String(code), count: Number(count) }), inShort(rest)]
    .filter((each) => each !== '')
    .join(' · ')
}
