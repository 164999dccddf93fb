import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Id } from '#base/contract'
import { listBrands } from '#brands/contract'
import { listTeams } from '#staff/contract'
import { ButtonLink } from '#ui/button'
import { Chart } from '#ui/chart'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Select } from '#ui/select'
import { useNow } from '#ui/time'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import { getPromiseReport, type PromiseOutcome, type PromiseReport, type Step } from '../../contract.ts'
import { Formulas, Headline } from './headline.tsx'
import { Listed } from './listed.tsx'
import { addressOf, periods, readLooking, spanOf, type Looking } from './period.ts'
import { Shares } from './shares.tsx'
import { words } from './words.ts'
import '../commitments.css'
import './figures.css'

type Change = (part: Partial<Looking>) => void

/** What became of what was promised: in all, over time, per person and brand; each figure leads to the very promises. */
export function PromiseFiguresPage() {
  const say = useWords(words)
  const [looking, change] = useLooking()
  const today = new Date(useNow()).toDateString()
  const span = useMemo(() => spanOf(looking.period, Date.parse(today)), [looking.period, today])
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const filter = { ...ownersOf(looking.whose), ...(looking.brand ? { brand: looking.brand } : {}) }
  const report = useAsk(getPromiseReport, { ...span, zone, ...filter }, { keepPrevious: true, staleSeconds: 60 })
  return (
    <Page
      title={say('title')}
      lead={report.data && say('lead', { due: report.data.figures.due })}
      actions={
        <ButtonLink href="/desk/promises" icon="promise">
          {say('toList')}
        </ButtonLink>
      }
    >
      <Filters looking={looking} change={change} />
      {report.data ? (
        <Report report={report.data} step={span.step} change={change} span={span} />
      ) : report.isError ? (
        <Failure error={report.error} onRetry={() => void report.refetch()} />
      ) : (
        <Panel>
          <Skeleton lines={6} />
        </Panel>
      )}
      {looking.show && <Listed show={looking.show} filter={filter} onClose={() => change({ show: null })} />}
    </Page>
  )
}

const ownersOf = (whose: string): { owner?: 'me'; team?: Id<'team'> } =>
  whose === 'me' ? { owner: 'me' } : whose === 'all' ? {} : { team: whose as Id<'team'> } // chosen among teams

function useLooking(): [Looking, Change] {
  const kept: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const looking = readLooking(kept)
  const change: Change = (part) => void navigate({ to: '.', search: addressOf({ ...looking, ...part }) as never, replace: true }) // read by readLooking
  return [looking, change]
}

function Filters({ looking, change }: { looking: Looking; change: Change }) {
  const say = useWords(words)
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const brands = useAsk(listBrands, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const whose = [
    { id: 'all', label: say('everyone') },
    { id: 'me', label: say('mine') },
    ...teams.map(({ id, name }) => ({ id: String(id), label: say('team', { name }) })),
  ]
  const brandOptions = [
    { id: 'all', label: say('allBrands') },
    ...brands.map(({ id, name }) => ({ id: String(id), label: name })),
  ]
  return (
    <div className="commitments-filters">
      <Segments
        label={say('period')}
        options={periods.map((id) => ({ id, label: say(id) }))}
        value={looking.period}
        onChange={(period) => change({ period, show: null })}
      />
      <Select
        label={say('whose')}
        hideLabel
        options={whose}
        value={looking.whose}
        onChange={(id) => change({ whose: id, show: null })}
      />
      {brands.length > 1 && (
        <Select
          label={say('brand')}
          hideLabel
          options={brandOptions}
          value={looking.brand ?? 'all'}
          onChange={(id) => change({ brand: id === 'all' ? null : id, show: null })}
        />
      )}
    </div>
  )
}

type Reporting = { report: PromiseReport; step: Step; span: { from: string; until: string }; change: Change }

function Report({ report, step, span, change }: Reporting) {
  const say = useWords(words)
  const show = (outcome: PromiseOutcome, more: Partial<NonNullable<Looking['show']>> = {}) =>
    change({ show: { outcome, from: span.from, until: span.until, owner: null, brand: null, ...more } })
  const { figures } = report
  if (figures.due + figures.moved + figures.withdrawn === 0)
    return (
      <Empty drawing="calm" title={say('emptyTitle')}>
        {say('emptyText')}
      </Empty>
    )
  return (
    <>
      <Headline figures={figures} onPick={(outcome) => show(outcome)} />
      <OverTime report={report} step={step} onPick={show} />
      <div className="commitments-shares">
        <Shares title={say('byPerson')} shares={report.by_owner} onPick={(id, outcome) => show(outcome, { owner: id })} people />
        {report.by_brand.length > 1 && (
          <Shares title={say('byBrand')} shares={report.by_brand} onPick={(id, outcome) => show(outcome, { brand: id })} />
        )}
      </div>
      <Formulas formulas={report.formulas} />
    </>
  )
}

type Picking = (outcome: PromiseOutcome, more: { from: string; until: string }) => void
const drawn = [
  { outcome: 'kept', tone: 'good' },
  { outcome: 'kept_late', tone: 'promise' },
  { outcome: 'broken', tone: 'danger' },
  { outcome: 'moved', tone: 'neutral' },
] as const

function OverTime({ report: { over_time }, step, onPick }: { report: PromiseReport; step: Step; onPick: Picking }) {
  const say = useWords(words)
  const labelOf = useLabels(step)
  const title = say(step === 'day' ? 'overTimeDay' : step === 'month' ? 'overTimeMonth' : 'overTime')
  return (
    <Panel title={title}>
      <Chart
        title={title}
        kind="bars"
        stacked
        labels={over_time.map(({ from }) => labelOf(from))}
        labelName={say(step === 'day' ? 'whenDay' : step === 'month' ? 'whenMonth' : 'when')}
        series={drawn.map(({ outcome, tone }) => ({ name: say(outcome), tone, values: over_time.map((each) => each[outcome]) }))}
        onPick={(label, series) => {
          const [part, of] = [over_time[label], drawn[series]]
          if (part && of) onPick(of.outcome, { from: part.from, until: part.until })
        }}
      />
    </Panel>
  )
}

function useLabels(step: Step): (at: string) => string {
  const locale = useLanguage() === 'fr' ? 'fr-FR' : 'en-GB'
  const shape = step === 'month' ? ({ month: 'short', year: '2-digit' } as const) : ({ day: 'numeric', month: 'short' } as const)
  const said = new Intl.DateTimeFormat(locale, shape)
  return (at) => said.format(new Date(at))
}
