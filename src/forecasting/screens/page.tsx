import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getOverview, type KnownStream, type Overview } from '../contract.ts'
import { Actions, type Deed } from './actions.tsx'
import { AnnounceDrawer } from './deeds/announce-drawer.tsx'
import { BringDialog } from './deeds/bring-dialog.tsx'
import { SettingsDrawer } from './deeds/settings-drawer.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { RunBar } from './run-bar.tsx'
import { WorkforceStrip } from './strip.tsx'
import { useNarrow } from './use-narrow.ts'
import { StreamView } from './stream-view.tsx'
import { readView, todayIn, type View } from './view.ts'
import { words } from './words.ts'
import './forecast.css'

/** How much will come: the past, the forecast, and what people know better. */
export function ForecastPage() {
  const say = useWords(words)
  const overview = useAsk(getOverview, {}, { staleSeconds: 60 })
  const known = overview.data
  const [deed, setDeed] = useState<Deed | null>(null)
  const narrow = useNarrow()
  return (
    <>
      <WorkforceStrip />
      <Page
        title={say('title')}
        lead={narrow ? undefined : say('lead')}
        actions={known?.may_manage ? <Actions overview={known} onDeed={setDeed} /> : undefined}
      >
        {overview.isError && <Failure error={overview.error} onRetry={() => void overview.refetch()} />}
        {overview.isPending && (
          <Panel>
            <Skeleton lines={8} />
          </Panel>
        )}
        {known && <Known overview={known} deed={deed} onDeed={setDeed} />}
      </Page>
    </>
  )
}

type Shown = { overview: Overview; deed: Deed | null; onDeed: (deed: Deed | null) => void }

function Known({ overview, deed, onDeed }: Shown) {
  const { view, see, stream } = useView(overview)
  const close = (): void => onDeed(null)
  return (
    <>
      <RunBar overview={overview} />
      <FirstSteps onBring={() => onDeed('bring')} />
      {stream && isWorthShowing(stream) ? (
        <StreamView overview={overview} stream={stream} view={view} see={see} />
      ) : (
        <NothingYet overview={overview} />
      )}
      {deed === 'bring' && <BringDialog streams={overview.streams} zone={overview.zone} onClose={close} />}
      {deed === 'announce' && <AnnounceDrawer zone={overview.zone} stream={stream} day={view.day} onClose={close} />}
      {deed === 'settings' && <SettingsDrawer onClose={close} />}
    </>
  )
}

const isWorthShowing = ({ arrived, days, forecast_until }: KnownStream): boolean =>
  days >= 2 || arrived > 0 || forecast_until !== null

function useView(overview: Overview): { view: View; see: (more: Partial<View>) => void; stream: KnownStream | null } {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const today = todayIn(overview.zone, useNow())
  const view = readView(search, today)
  const see = (more: Partial<View>): void => {
    const { stream, zoom, day, step } = { ...view, ...more }
    const kept = {
      ...(stream ? { stream } : {}),
      ...(zoom === 'week' ? {} : { zoom }),
      ...(day === today ? {} : { day }),
      ...(step === null ? {} : { step }),
    }
    void navigate({ to: '/forecast', search: kept, replace: true })
  }
  return { view, see, stream: overview.streams.find(({ key }) => key === view.stream) ?? overview.streams[0] ?? null }
}
