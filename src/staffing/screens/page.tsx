import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FirstSteps, useNarrow, WorkforceStrip } from '#forecasting/screens'
import { Button, ButtonLink, IconButton } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { getRequirements, type Requirements } from '../contract.ts'
import { MapView, type Seen } from './map/map-view.tsx'
import { dayAfter, mondayOf, spanOfWeek, weekToOpen } from './map/week.ts'
import { dayName } from './say.ts'
import { TargetsView } from './targets/targets-view.tsx'
import { WhatIf } from './what-if/what-if.tsx'
import { words } from './words.ts'
import './staffing.css'

const tabs = ['map', 'what-if', 'targets'] as const
type Tab = (typeof tabs)[number]

/** How many people, when, and why; what if; and what is aimed at. */
export function StaffingPage() {
  const say = useWords(words)
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const tab = tabs.find((each) => each === search['tab']) ?? 'map'
  const see = (kept: Record<string, unknown>): void => void navigate({ to: '/staffing', search: kept, replace: true })
  const narrow = useNarrow()
  const choose = (id: string): void => see(id === 'map' ? {} : { tab: id })
  const pages: { id: Tab; label: string; content: ReactNode }[] = [
    { id: 'map', label: say('map'), content: <WeekOfNeed search={search} see={see} /> },
    { id: 'what-if', label: say('whatIf'), content: <WhatIf search={search} see={see} /> },
    { id: 'targets', label: say('targets'), content: <TargetsView /> },
  ]
  return (
    <>
      <WorkforceStrip />
      <Page title={say('title')} lead={narrow ? undefined : say('lead')}>
        <Tabs label={say('tabs')} pages={pages} chosen={tab} onChoose={choose} />
      </Page>
    </>
  )
}

type Searching = { search: Record<string, unknown>; see: (kept: Record<string, unknown>) => void }
// By the reader's own clock: which zone the centre keeps is only known from the answer.
const localDay = (at: Date): string =>
  `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

function WeekOfNeed({ search, see }: Searching) {
  const now = useNow()
  const today = localDay(new Date(now))
  const monday = isDay(search['week']) ? mondayOf(search['week']) : weekToOpen(today)
  const needs = useAsk(getRequirements, { ...spanOfWeek(monday), figures: false }, { keepPrevious: true })
  const seen: Seen = {
    group: typeof search['group'] === 'string' ? search['group'] : undefined,
    view: search['view'] === 'groups' ? 'groups' : 'week',
    day: isDay(search['day']) ? search['day'] : undefined,
    layer: search['layer'] === 'scheduled' || search['layer'] === 'crowded' ? search['layer'] : 'need',
  }
  const steps = (
    <WeekSteps monday={monday} thisMonday={mondayOf(today)} onGo={(week) => see({ ...present({ ...seen, day: undefined }), week })} />
  ) // prettier-ignore
  return (
    <>
      {!needs.data && <div className="staffing-head">{steps}</div>}
      {needs.isError && <Failure error={needs.error} onRetry={() => void needs.refetch()} />}
      {needs.isPending && (
        <Panel>
          <Skeleton lines={7} kind="rows" />
        </Panel>
      )}
      {needs.data && <Week needs={needs.data} monday={monday} seen={seen} steps={steps} onSee={(more) => see({ ...(isDay(search['week']) && { week: monday }), ...present({ ...seen, ...more }) })} />}
    </>
  ) // prettier-ignore
}

const present = ({ group, view, day, layer }: Seen): Record<string, unknown> => ({
  ...(group && { group }),
  ...(view === 'groups' && { view }),
  ...(day && { day }),
  ...(layer !== 'need' && { layer }),
})

type WeekShown = { needs: Requirements; monday: string; seen: Seen; steps: ReactNode; onSee: (seen: Partial<Seen>) => void }

function Week({ needs, monday, seen, steps, onSee }: WeekShown) {
  const say = useWords(words)
  const toForecast = (
    <ButtonLink href="/desk/forecast" tone="primary">
      {say('toForecast')}
    </ButtonLink>
  )
  if (needs.forecast_at === null)
    return (
      <>
        <Panel>
          <Empty drawing="calm" title={say('emptyTitle')}>
            {say('emptyText')}
          </Empty>
        </Panel>
        <FirstSteps />
      </>
    )
  if (needs.groups.every(({ need, loads }) => need.every((people) => people === 0) && loads.every(({ mean }) => mean.every((value) => value === 0))))
    return (
      <>
        <div className="staffing-head">{steps}</div>
        <Panel>
          <Empty drawing="search" title={say('nothingThisWeek')} action={toForecast}>
            {say('nothingThisWeekText')}
          </Empty>
        </Panel>
      </>
    ) // prettier-ignore
  return <MapView needs={needs} monday={monday} seen={seen} onSee={onSee} steps={steps} />
}

function WeekSteps({ monday, thisMonday, onGo }: { monday: string; thisMonday: string; onGo: (week: string) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const narrow = useNarrow()
  return (
    <div className="staffing-week">
      <IconButton icon="left" label={say('before')} onPress={() => onGo(dayAfter(monday, -7))} />
      <h2>{say('weekOf', { date: dayName(monday, spoken, narrow ? 'date' : 'long') })}</h2>
      <IconButton icon="right" label={say('after')} onPress={() => onGo(dayAfter(monday, 7))} />
      {monday !== thisMonday && (
        <Button size="small" tone="quiet" onPress={() => onGo(thisMonday)}>
          {say('thisWeek')}
        </Button>
      )}
    </div>
  )
}
