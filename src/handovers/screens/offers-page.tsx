import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMe } from '#access/screens'
import { Badge } from '#ui/badge'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { Avatar } from '#ui/person'
import { useAsk, useAskPages } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { Time, useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { countBatons, listBatons, type Baton } from '../contract.ts'
import { AnswerBaton } from './answer-baton.tsx'
import { Portfolios } from './portfolios.tsx'
import { SettleBaton } from './settle-baton.tsx'
import { words } from './words.ts'
import './handovers.css'

/** Hand-overs: received, given, come up to decide, and all that ended. */
export function HandOversPage() {
  const say = useWords(words)
  const navigate = useNavigate()
  const { may } = useMe()
  const { tab, portfolio } = useSearch({ strict: false })
  const counts = useAsk(countBatons, {}).data
  const count = (n: number | undefined) => (n ? { count: n } : {})
  const decides = may('case.assign')
  return (
    <Page title={say('title')} lead={say('lead')} actions={<ButtonLink icon="people" href="/desk/portfolio">{say('openMine')}</ButtonLink>}>
      <Tabs
        label={say('title')}
        chosen={typeof tab === 'string' ? tab : portfolio ? 'portfolios' : 'received'}
        onChoose={(chosen) => void navigate({ to: '.', search: { tab: chosen } as never, replace: true })} // the page's own search, see rooms.tsx
        pages={[
          { id: 'received', label: say('received'), ...count(counts?.received), content: <Batons side="received" state="waiting" empty="Received" /> },
          { id: 'given', label: say('given'), ...count(counts?.given), content: <Batons side="given" state="waiting" empty="Given" /> },
          ...(decides ? [{ id: 'escalated', label: say('escalated'), ...count(counts?.escalated), content: <Batons side="all" state="escalated" empty="Escalated" /> }] : []),
          { id: 'portfolios', label: say('portfolios'), ...count(counts?.portfolios), content: <Portfolios /> },
          { id: 'history', label: say('history'), content: <Batons side={decides ? 'all' : 'received'} state="ended" empty="History" /> },
        ]}
      />
    </Page>
  ) // prettier-ignore
}

type Listing = {
  side: 'received' | 'given' | 'all'
  state: 'waiting' | 'ended' | 'escalated'
  empty: 'Received' | 'Given' | 'Escalated' | 'History'
}

function Batons({ side, state, empty }: Listing) {
  const say = useWords(words)
  const found = useAskPages(listBatons, { side, state, limit: 50 })
  if (found.isError && !found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton lines={5} kind="rows" />
  if (found.items.length === 0)
    return (
      <Panel>
        <Empty drawing="calm" title={say(`empty${empty}`)}>
          {say(`empty${empty}Text`)}
        </Empty>
      </Panel>
    )
  return (
    <Panel flush>
      <ul className="handovers-list">
        {found.items.map((baton) => (
          <Row key={baton.id} baton={baton} side={side} />
        ))}
      </ul>
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
    </Panel>
  )
}

const tones = { accepted: 'good', declined: 'danger', withdrawn: 'neutral', overtaken: 'neutral' } as const

function Row({ baton, side }: { baton: Baton; side: Listing['side'] }) {
  const say = useWords(words)
  const late = baton.ended_at === null && Date.parse(baton.answer_by) <= useNow()
  return (
    <li className="handovers-row">
      <Avatar person={side === 'given' ? baton.to : baton.from} size={36} />
      <div className="handovers-words">
        <Link to={`/cases/${baton.case.id}`}>
          <strong>{baton.case.subject}</strong>
        </Link>
        <small>
          {say('caseNumber', { number: baton.case.number })} · {baton.customer?.name} · {say('fromTo', { from: baton.from.name, to: baton.to.name })}
        </small>
        {baton.message && <q>{baton.message}</q>}
        {baton.next && <span className="handovers-next">{baton.next}</span>}
        {baton.ended_as && (
          <small>
            <Badge tone={tones[baton.ended_as]}>{say(`endedAs_${baton.ended_as}`)}</Badge> {baton.ended_at && <Time at={baton.ended_at} />}{' '}
            {baton.answer && <q>{baton.answer}</q>}
          </small>
        )}
      </div>
      {baton.ended_at === null && (
        <div className="handovers-deeds">
          <small>
            {late && <Badge tone="danger">{say('late')}</Badge>} {say('answerBefore')} <Time at={baton.answer_by} />
          </small>
          {side === 'received' && <AnswerBaton baton={baton} />}
          {side === 'all' && <SettleBaton baton={baton} />}
        </div>
      )}
    </li>
  ) // prettier-ignore
}
