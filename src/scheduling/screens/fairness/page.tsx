import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { WorkforceStrip } from '#forecasting/screens'
import { listTeams } from '#staff/contract'
import { ButtonLink } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages } from '#ui/query'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import { getPlanningSettings, type PlanningSettings } from '../../contract/settings.ts'
import { listFairness, type Fairness } from '../../contract/work-terms.ts'
import { dayName } from '../planning/grid/hours.ts'
import { People } from './people.tsx'
import { Spread } from './spread-chart.tsx'
import { burdens, type Burden } from './spread.ts'
import { fairnessWords } from './words.ts'
import '../paper.css'
import './fairness.css'

const spans = ['4', '8', '12', '26', '52'] as const
const ALL = 'all'

/** The Monday after this week: what is planned in this one counts too. */
const nextMonday = (): string => {
  const today = Temporal.Now.plainDateISO()
  return today.add({ days: 8 - today.dayOfWeek }).toString()
}

/** Who had how many late shifts, weekends and nights lately: as the optimiser counts it. */
export function FairnessPage() {
  const say = useWords(fairnessWords)
  const settings = useAsk(getPlanningSettings, {})
  return (
    <>
      <WorkforceStrip />
      <Page
        title={say('title')}
        lead={say('lead')}
        actions={<ButtonLink href="/desk/planning" tone="quiet" icon="left">{say('back')}</ButtonLink>}
      >
        {settings.error ? <Failure error={settings.error} onRetry={() => void settings.refetch()} /> : settings.data ? <Counted settings={settings.data} /> : <Skeleton lines={8} kind="rows" />}
      </Page>
    </>
  )
} // prettier-ignore

/** What is asked for stands in the address. */
function useWished(settings: PlanningSettings) {
  const go = useNavigate()
  const { before, weeks, team, of } = useSearch({ strict: false }) as Record<string, unknown> // what the route keeps; looked at here
  const wished = {
    before: typeof before === 'string' && /^\d{4}-\d\d-\d\d$/.test(before) ? before : nextMonday(),
    weeks: spans.find((each) => each === String(weeks)) ?? String(settings.fairness_weeks),
    team: typeof team === 'string' ? team : ALL,
    of: burdens.find((each) => each === of) ?? 'late',
  }
  const wish = (change: Partial<typeof wished>): void =>
    void go({ to: '.', search: { ...wished, ...change } as never, replace: true })
  return { wished, wish }
}

function Counted({ settings }: { settings: PlanningSettings }) {
  const say = useWords(fairnessWords)
  const spoken = useLanguage()
  const { wished, wish } = useWished(settings)
  const { before, weeks, team } = wished
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const known = teams.find(({ id }) => id === team)
  const asked = useAskPages(listFairness, { before, weeks: Number(weeks), limit: 200, ...(known ? { team: known.id } : {}) })
  const { hasMore, isFetching, more } = asked
  useEffect(() => {
    if (hasMore && !isFetching) more()
  }, [hasMore, isFetching, more])
  const last = Temporal.PlainDate.from(before).subtract({ days: 1 })
  const span = { from: dayName(Temporal.PlainDate.from(before).subtract({ weeks: Number(weeks) }).toString(), spoken, 'short'), to: dayName(last.toString(), spoken, 'short') }
  return (
    <div className="scheduling-fairness">
      <div className="scheduling-fairness-tools">
        <Select label={say('over')} options={spans.map((id) => ({ id, label: say('weeks', { count: Number(id) }) }))} value={spans.find((each) => each === weeks) ?? null} placeholder={say('weeks', { count: Number(weeks) })} onChange={(id) => wish({ weeks: id })} />
        {teams.length > 1 && <Select label={say('team')} options={[{ id: ALL, label: say('allTeams') }, ...teams.map(({ id, name }) => ({ id: id as string, label: name }))]} value={team} onChange={(id) => wish({ team: id })} />}
        <strong>{say('span', span)}</strong>
      </div>
      {asked.error ? <Failure error={asked.error} onRetry={() => void asked.refetch()} /> : asked.isPending || hasMore ? <Skeleton lines={8} kind="rows" /> : <Shown rows={asked.items} of={wished.of} settings={settings} onOf={(of) => wish({ of })} />}
    </div>
  )
} // prettier-ignore

type Showing = { rows: readonly Fairness[]; of: Burden; settings: PlanningSettings; onOf: (of: Burden) => void }

function Shown({ rows, of, settings, onOf }: Showing) {
  const say = useWords(fairnessWords)
  const [only, setOnly] = useState<{ of: Burden; from: number; to: number } | null>(null)
  if (rows.length === 0) return <Empty drawing="calm" title={say('nobodyTitle')}>{say('nobodyText')}</Empty>
  const planned = rows.filter(({ worked_min }) => worked_min > 0) // whoever is in no plan shares no burden
  if (planned.length === 0) return <Panel><Empty drawing="calm" title={say('emptyTitle')}>{say('emptyText')}</Empty></Panel>
  const picked = only?.of === of ? only : null
  return (
    <>
      <Segments label={say('burden')} options={burdens.map((id) => ({ id, label: say(id) }))} value={of} onChange={onOf} />
      <Spread rows={planned} of={of} settings={settings} onPick={(step) => setOnly({ of, ...step })} />
      <People rows={planned} of={of} only={picked} onEverybody={() => setOnly(null)} />
    </>
  )
} // prettier-ignore
