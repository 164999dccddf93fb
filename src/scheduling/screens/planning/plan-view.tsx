import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { listTeams } from '#staff/contract'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useDensity } from '#ui/theme'
import { useWords } from '#ui/words'
import { getCoverage, getTroubles, type Plan } from '../../contract/plans.ts'
import { coveredOf } from './grid/coverage.ts'
import { Grid } from './grid/grid.tsx'
import { ROW } from './grid/measures.ts'
import { rowsOf, type Row } from './grid/rows.ts'
import { hoursOf, timelineOf } from './grid/timeline.ts'
import { useRoom } from './grid/use-room.ts'
import { Legend } from './legend.tsx'
import { ShiftDrawer, type Opened } from './shift-drawer.tsx'
import { daysShown, turned, wantedOf, type Wish, type Wished } from './shown.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useBoard } from './use-board.ts'
import { tryIn, useDeeds } from './use-deeds.ts'
import { useGridDeeds } from './use-grid-deeds.ts'
import { words } from './words.ts'

export type Viewing = { plan: Plan; wished: Wished; wish: (change: Wish) => void; actions: React.ReactNode }

/** A plan: what is asked to be seen of it, the grid, and what is opened from it. */
export function PlanView({ plan: listed, wished, wish, actions }: Viewing) {
  const say = useWords(words)
  const today = Temporal.Now.plainDateISO(listed.zone).toString()
  const days = useMemo(() => daysShown(listed, wished, today), [listed, wished, today])
  const window = { id: listed.id, from: days[0] ?? listed.first_day, days: days.length }
  const boarding = useBoard(window)
  const plan = boarding.plan?.id === listed.id ? boarding.plan : listed
  const edits = plan.may.includes('edit')
  const coverage = useAsk(getCoverage, window, { keepPrevious: true })
  const covered = useMemo(() => (coverage.data ? coveredOf(coverage.data) : null), [coverage.data])
  const troubles = useAsk(getTroubles, { id: listed.id }, { staleSeconds: 60 })
  const flaws = useMemo(() => Map.groupBy(troubles.data?.items ?? [], ({ shift }): string => shift ?? ''), [troubles.data])
  const counted = useMemo(() => new Map([...flaws].filter(([shift]) => shift !== '').map(([shift, all]) => [shift, all.length])), [flaws])
  const troubled = useMemo(() => new Set<string>((troubles.data?.items ?? []).flatMap(({ person }) => person ?? [])), [troubles.data])
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 })
  const names = useMemo(() => new Map<string, string>((teams.data?.items ?? []).map(({ id, name }) => [id, name])), [teams.data])
  const wanted = useDeferredValue(wantedOf(wished).q) // typing goes before listing
  const { board } = boarding
  const before = useRef<readonly Row[]>([])
  const rows = useMemo(
    () => (before.current = rowsOf({ people: board.people, barsOf: (person) => board.byPerson.get(person) ?? none, teams: names, troubled: (person) => troubled.has(person) }, { ...wantedOf(wished), q: wanted }, before.current)),
    [board, names, troubled, wished, wanted],
  )
  const { room, width } = useRoom()
  const narrow = width < 720
  const nameWidth = narrow ? 116 : 216
  const hours = useMemo(() => hoursOf(board.bars.values(), plan.zone), [boarding.whole, plan.zone, window.from, window.days]) // oxlint-disable-line react/exhaustive-deps -- the hours shown stay while one drags
  const timeline = useMemo(
    () => timelineOf({ view: wished.view ?? 'week', zone: plan.zone, days, hours, interval_min: plan.interval_min, room: Math.max(320, width - nameWidth - 2) }),
    [wished.view, plan.zone, plan.interval_min, days, hours, width, nameWidth],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened>(null)
  const deeds = useDeeds(plan, boarding)
  const barOf = (id: string) => board.bars.get(id)
  const onDeed = useGridDeeds({ deeds, edits, chosen, barOf, onChoose: setChosen, onOpen: setOpened, plan })
  const turn = (by: -1 | 1): void => {
    const day = turned(plan, days, by)
    if (day) wish({ day })
  }
  const density = useDensity()
  const shifts = rows.reduce((sum, row) => sum + (row.kind === 'group' ? 0 : row.bars.length), 0)
  const people = rows.filter(({ kind }) => kind === 'person').length
  if (boarding.error && !boarding.whole) return <Failure error={boarding.error} onRetry={boarding.again} />
  return (
    <div className="scheduling-plan" ref={room}>
      <Toolbar {...{ plan, wished, wish, days, today, covered, deeds, turn, actions }} teams={teams.data?.items ?? []} count={say('shownPeople', { count: people, shifts })} troubled={troubles.data?.items.length ?? 0} />
      {chosen.size > 0 && <ChosenBar chosen={[...chosen].flatMap((id) => barOf(id) ?? [])} deeds={deeds} edits={edits} onClear={() => setChosen(new Set())} />}
      {!boarding.plan || width === 0 ? (
        <Skeleton lines={8} kind="rows" />
      ) : rows.length === 0 ? (
        <Empty drawing="search" title={say('nobodyTitle')}>
          {say('nobodyText')}
        </Empty>
      ) : (
        <Grid
          rows={rows}
          timeline={timeline}
          rowHeight={ROW[density]}
          names={nameWidth}
          covered={covered}
          group={wished.group ?? ''}
          flaws={counted}
          today={today}
          edits={edits}
          chosen={chosen}
          barOf={barOf}
          onChoose={setChosen}
          onDeed={onDeed}
          onOpen={(row, bar, at) => setOpened(bar ? { bar: bar.id } : edits ? { add: { person: row.kind === 'person' ? row.key : null, at } } : null)}
          onDay={(day) => wish({ day, view: 'day' })}
          onTurn={turn}
          onTry={tryIn(plan)}
          onDrop={deeds.drop}
        />
      )}
      <Legend />
      {opened && <ShiftDrawer opened={opened} board={board} plan={plan} edits={edits} troubles={'bar' in opened ? (flaws.get(opened.bar) ?? []) : []} deeds={deeds} onClose={() => setOpened(null)} />}
    </div>
  )
} // prettier-ignore

const none: readonly never[] = []
