import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { WorkforceStrip } from '#forecasting/screens'
import { ButtonLink, IconButton } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Notice, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useLanguage } from '#ui/language'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getDayBoard, type DayBoard } from '../contract.ts'
import { Alerts } from './alerts.tsx'
import { DayChart } from './chart/day-chart.tsx'
import { ClimatePanel } from './climate.tsx'
import { useFreshDay } from './fresh.ts'
import { Groups } from './groups.tsx'
import { Applied } from './moves/applied.tsx'
import { Moves } from './moves/menu.tsx'
import { Tonight } from './now/tonight.tsx'
import { WhatNow } from './now/what-now.tsx'
import { Adherences } from './people/adherence.tsx'
import { DaySettingsDrawer } from './settings-drawer.tsx'
import { settingsWords } from './settings-words.ts'
import { useHour, useNumber } from './shown.ts'
import { words } from './words.ts'
import './intraday.css'

/** The day as it goes: what comes, who is there, how it will end, and what could be done about it. */
export function IntradayPage() {
  const say = useWords(words)
  useFreshDay()
  const { group } = useSearch({ strict: false }) as { group?: string } // kept by the router as it is in the address
  const { data, error, refetch } = useAsk(getDayBoard, group === undefined ? {} : { group }, { keepPrevious: true })
  return (
    <>
      <WorkforceStrip />
      <Page title={say('title')} lead={data && <Lead board={data} />} actions={data?.may.apply && <SettingsButton />}>
        {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : data ? <Shown board={data} /> : <Coming />}
      </Page>
    </>
  )
} // prettier-ignore

function SettingsButton() {
  const say = useWords(settingsWords)
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton icon="settings" label={say('open')} tone="plain" onPress={() => setOpen(true)} />
      {open && <DaySettingsDrawer onClose={() => setOpen(false)} />}
    </>
  )
}

// As tall as what comes, so that nothing jumps.
const Coming = () => (
  <div className="intraday" data-coming="">
    <Panel><Skeleton lines={5} /></Panel>
    <div className="intraday-main">
      <Panel><Skeleton lines={9} /></Panel>
      <Panel><Skeleton lines={6} /></Panel>
    </div>
  </div>
) // prettier-ignore

function Lead({ board }: { board: DayBoard }) {
  const say = useWords(words)
  const hour = useHour(board.zone)
  const day = new Intl.DateTimeFormat(useLanguage() === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: board.zone })
  return say('lead', { day: day.format(new Date(board.at)), hour: hour(board.at) })
} // prettier-ignore

function Shown({ board }: { board: DayBoard }) {
  const say = useWords(words)
  const go = useNavigate()
  if (isNothing(board.state))
    return (
      <>
        <Missing state={board.state} />
        <div className="intraday"><Adherences /><ClimatePanel /></div>
      </>
    )
  const chosen = board.groups.find(({ group }) => group === board.lines?.group)
  const told = board.groups.filter((each) => each.group === chosen?.group || hasSomething(each))
  const choose = (group: string): void => void go({ to: '/intraday', search: { group } as never, replace: true }) // read above
  return (
    <div className="intraday">
      {board.state === 'no_plan' && <Notice action={<Link to="/planning">{say('noPlanAct')}</Link>}>{say('noPlan')}</Notice>}
      {chosen && (
        <Tonight key={chosen.group} board={board} group={chosen}>
          {!chosen.deferred && <WhatNow key={chosen.group} group={chosen} zone={board.zone} mayApply={board.may.apply} />}
        </Tonight>
      )}
      {told.length > 1 && <Groups groups={told} chosen={chosen?.group} onChoose={choose} />}
      <div className="intraday-main">
        <div className="intraday-stack">
          {chosen && board.lines && (
            <Panel title={chosen.label || say('unqueued')} actions={<Factor board={board} />}>
              <DayChart board={board} lines={board.lines} target={chosen.target} label={chosen.label || say('unqueued')} />
              <p className="intraday-quiet"><small>{say('formulaOf')}</small></p>
            </Panel>
          )}
          <Adherences />
        </div>
        <div className="intraday-stack">
          <Alerts zone={board.zone} onChoose={choose} />
          {chosen && !chosen.deferred && <Moves key={chosen.group} group={chosen.group} zone={board.zone} mayApply={board.may.apply} />}
          <Applied board={board} />
          <ClimatePanel />
        </div>
      </div>
    </div>
  )
} // prettier-ignore

// Nothing outside the queues, as on most days, is no card.
const hasSomething = ({ group, waiting, so_far }: DayBoard['groups'][number]): boolean =>
  group !== '' || waiting > 0 || so_far.of > 0

function Factor({ board: { lines } }: { board: DayBoard }) {
  const say = useWords(words)
  const number = useNumber(2)
  if (!lines?.factor) return <small className="intraday-quiet">{say('factorNone')}</small>
  const { mean, low, high } = lines.factor
  return <small className="intraday-quiet">{say('factor', { factor: number(mean), low: number(low), high: number(high) })}</small>
}

type Nothing = Exclude<DayBoard['state'], 'ready' | 'no_plan'>
const isNothing = (state: DayBoard['state']): state is Nothing => state !== 'ready' && state !== 'no_plan'

function Missing({ state }: { state: Nothing }) {
  const say = useWords(words)
  if (state === 'not_yours') return <Empty drawing="calm" title={say('emptyYours')}>{say('emptyYoursText')}</Empty>
  return state === 'no_rules' ? (
    <Empty drawing="calm" title={say('emptyRules')} action={<ButtonLink href="/desk/routing" tone="primary">{say('emptyRulesAct')}</ButtonLink>}>{say('emptyRulesText')}</Empty>
  ) : (
    <Empty drawing="calm" title={say('emptyForecast')} action={<ButtonLink href="/desk/forecast" tone="primary">{say('emptyForecastAct')}</ButtonLink>}>{say('emptyForecastText')}</Empty>
  )
} // prettier-ignore
