import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState } from 'react'
import { Button, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useCommands } from '#ui/keys'
import { Notice, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getRoster, type Roster } from '../../contract.ts'
import { Filters } from './filters.tsx'
import { useFloor, type FloorNow } from './live-floor.ts'
import { People } from './people.tsx'
import { Queues } from './queues.tsx'
import { readWished, type Wish, type Wished } from './shown.ts'
import { Ahead } from './since.tsx'
import { usePercent } from './numbers.ts'
import { words } from './words.ts'
import './floor.css'
import './queue-cards.css'

const Wall = lazy(async () => ({ default: (await import('./wall.tsx')).Wall }))
const QueueDrawer = lazy(async () => ({ default: (await import('./queue-drawer.tsx')).QueueDrawer }))
const PersonDrawer = lazy(async () => ({ default: (await import('./person-drawer.tsx')).PersonDrawer }))

export type Seen = { floor: FloorNow; roster: Roster; wished: Wished; wish: (change: Wish) => void; again: () => void }
export type Opened = { queue: string } | { person: string } | null

/** Queues and people as they are this second, and what whoever runs the floor does about them. */
export function FloorPage() {
  const say = useWords(words)
  const go = useNavigate()
  const wished = readWished(useSearch({ strict: false }))
  const { floor, error, again } = useFloor()
  const roster = useAsk(getRoster, {}, { staleSeconds: 300 })
  const wish = (change: Wish) =>
    void go({ to: '.', search: Object.fromEntries(Object.entries({ ...wished, ...change }).filter(([, value]) => value !== undefined)) as never, replace: true }) // read by readWished
  const failed = error ?? roster.error
  if (floor && roster.data && floor.rulebook)
    return (
      <Ahead value={floor.ahead_ms}>
        <Shown floor={floor} roster={roster.data} wished={wished} wish={wish} again={again} />
      </Ahead>
    )
  return (
    <Page title={say('title')}>
      {floor && !floor.rulebook ? <Nothing may={roster.data?.may.steer ?? false} /> : failed ? <Failure error={failed} onRetry={() => (again(), void roster.refetch())} /> : <Coming />}
    </Page>
  )
} // prettier-ignore

const Coming = () => (
  <Panel flush>
    <Skeleton lines={6} kind="rows" />
  </Panel>
)

function Nothing({ may }: { may: boolean }) {
  const say = useWords(words)
  return (
    <Empty
      drawing="calm"
      title={say('emptyTitle')}
      action={may ? <ButtonLink href="/desk/routing" tone="primary" icon="edit">{say('emptyAct')}</ButtonLink> : <p>{say('emptyNoAct')}</p>}
    >
      {say('emptyText')}
    </Empty>
  )
} // prettier-ignore

function Shown(seen: Seen) {
  const say = useWords(words)
  const { floor, wished, wish } = seen
  const [opened, setOpened] = useState<Opened>(null)
  const openPerson = useCallback((person: string) => setOpened({ person }), []) // the same each time: whoever has not changed is not drawn again
  const toWall = () => wish({ wall: true })
  useCommands([{ id: 'floor.wall', label: say('wall'), group: say('group'), keys: 'w', icon: 'screen', run: toWall }])
  if (wished.wall)
    return (
      <Suspense>
        <Wall {...seen} />
      </Suspense>
    )
  return (
    <Page
      title={say('title')}
      lead={<Lead floor={floor} />}
      actions={<Button icon="screen" tone="quiet" keys="w" onPress={toWall}>{say('wall')}</Button>}
    >
      <div className="floor">
        <TrialOn floor={floor} />
        <Filters {...seen} />
        <Queues seen={seen} onOpen={(queue) => setOpened({ queue })} />
        <People seen={seen} onOpen={openPerson} />
      </div>
      <Suspense>
        {opened && 'queue' in opened && <QueueDrawer seen={seen} id={opened.queue} onClose={() => setOpened(null)} onPerson={(person) => setOpened({ person })} />}
        {opened && 'person' in opened && <PersonDrawer seen={seen} id={opened.person} onClose={() => setOpened(null)} />}
      </Suspense>
    </Page>
  )
} // prettier-ignore

export function Lead({ floor }: { floor: FloorNow }) {
  const say = useWords(words)
  const queues = [...floor.queues.values()]
  const waiting = queues.reduce((sum, each) => sum + each.waiting, 0)
  const late = queues.reduce((sum, each) => sum + each.overdue, 0)
  const ready = [...floor.people.values()].filter(({ state }) => state === 'ready').length
  return say('lead', { waiting, late, ready })
}

function TrialOn({ floor }: { floor: FloorNow }) {
  const say = useWords(words)
  const percent = usePercent()
  if (!floor.trial) return null
  return (
    <Notice icon="star" action={<Link to="/routing/trial">{say('seeTrial')}</Link>}>
      {say('trialOn', { share: percent(floor.trial.share) })}
    </Notice>
  )
}
