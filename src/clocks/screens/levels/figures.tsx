import { useMemo, useState } from 'react'
import { listBrands } from '#brands/contract'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAsk, useAskPages } from '#ui/query'
import { Select } from '#ui/select'
import { Amount } from '#ui/time'
import { useWords } from '#ui/words'
import { getClockFigures, listClocks, type Attainment, type ClockKind } from '../../contract.ts'
import { ClockRows } from '../quiet/deadlines.tsx'
import { words } from './words.ts'

const days = { week: 7, month: 30, quarter: 90 } as const
type Period = keyof typeof days
type Shown = { kind: ClockKind; state: 'kept' | 'missed' | 'owed' | 'late' }

/** How many clocks were kept, per kind; each figure opens the very clocks it was counted from. */
export function Figures() {
  const say = useWords(words)
  const [period, setPeriod] = useState<Period>('month')
  const [brand, setBrand] = useState('all')
  const [shown, setShown] = useState<Shown | null>(null)
  const brands = useAsk(listBrands, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? []
  const span = useMemo(() => spanOf(period), [period])
  const filter = brand === 'all' ? {} : { brand }
  const { data, error, refetch } = useAsk(getClockFigures, { ...span, ...filter }, { keepPrevious: true, staleSeconds: 60 })
  return (
    <div className="clocks-levels">
      <div className="clocks-styles">
        <Segments label={say('period')} options={(['week', 'month', 'quarter'] as const).map((id) => ({ id, label: say(id) }))} value={period} onChange={setPeriod} />
        {brands.length > 1 && <Select label={say('brand')} hideLabel options={[{ id: 'all', label: say('allBrands') }, ...brands.map(({ id, name }) => ({ id: String(id), label: name }))]} value={brand} onChange={setBrand} />}
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      <div className="clocks-grid">
        {data?.items.map((figure) => (
          <Figure key={figure.kind} figure={figure} onShow={(state) => setShown({ kind: figure.kind, state })} />
        ))}
      </div>
      {shown && <Listed shown={shown} span={span} filter={filter} onClose={() => setShown(null)} />}
    </div>
  )
} // prettier-ignore

function spanOf(period: Period): { from: string; until: string } {
  const until = new Date()
  return { from: new Date(until.getTime() - days[period] * 86_400_000).toISOString(), until: until.toISOString() }
}

function Figure({ figure, onShow }: { figure: Attainment; onShow: (state: Shown['state']) => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const { kept, missed, running, late, attained } = figure
  return (
    <section className="clocks-figure" aria-label={say(figure.kind)}>
      <strong>{say(figure.kind)}</strong>
      <span className="clocks-figure-share">{attained === null ? '—' : <Amount value={attained} style="percent" maximumFractionDigits={1} />}</span>
      {attained === null && <small>{say('nothingEnded')}</small>}
      <div className="clocks-choices">
        {kept > 0 && <Link onPress={() => onShow('kept')}>{say('kept', { count: kept })}</Link>}
        {missed > 0 && <Link onPress={() => onShow('missed')}>{say('missed', { count: missed })}</Link>}
        {running > 0 && <Link onPress={() => onShow('owed')}>{say('running', { count: running })}</Link>}
        {late > 0 && <Link onPress={() => onShow('late')}>{say('runningLate', { count: late })}</Link>}
      </div>
      <details className="clocks-more">
        <summary>{say('formula')}</summary>
        <p>{figure.formula[spoken]}</p>
        <small>{figure.formula.id}</small>
      </details>
    </section>
  )
} // prettier-ignore

const Link = ({ children, onPress }: { children: string; onPress: () => void }) => (
  <Button size="small" tone="quiet" onPress={onPress}>
    {children}
  </Button>
)

type Listing = { shown: Shown; span: { from: string; until: string }; filter: { brand?: string }; onClose: () => void }

function Listed({ shown, span, filter, onClose }: Listing) {
  const say = useWords(words)
  const ended = shown.state === 'kept' || shown.state === 'missed'
  const list = useAskPages(listClocks, { ...filter, ...(ended ? span : {}), kind: shown.kind, state: shown.state, limit: 100 })
  return (
    <Drawer open onClose={onClose} title={say(shown.kind)}>
      {list.isPending ? <Skeleton lines={5} kind="rows" /> : <ClockRows clocks={list.items} named />}
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </Drawer>
  )
}
