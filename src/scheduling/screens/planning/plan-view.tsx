import { useMemo, useState, type ReactNode } from 'react'
import { listTeams } from '#staff/contract'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useDensity } from '#ui/theme'
import { useWords } from '#ui/words'
import type { Plan } from '../../contract/plans.ts'
import { ChosenBar } from './chosen-bar.tsx'
import { Grid } from './grid/grid.tsx'
import { ROW } from './grid/measures.ts'
import type { Row } from './grid/rows.ts'
import { useRoom } from './grid/use-room.ts'
import { Legend } from './legend.tsx'
import { NothingDrawn } from './nothing-drawn.tsx'
import { ShiftDrawer, type Opened } from './shift-drawer.tsx'
import { daysShown, turned, type Wish, type Wished } from './shown.ts'
import { Toolbar } from './toolbar.tsx'
import { useBoard, type Boarding } from './use-board.ts'
import { useCovered } from './use-covered.ts'
import { tryIn, useDeeds, type Deeds } from './use-deeds.ts'
import { useFlaws, type Flaws } from './use-flaws.ts'
import { useGridDeeds } from './use-grid-deeds.ts'
import { useRows } from './use-rows.ts'
import { useTimeline } from './use-timeline.ts'
import { words } from './words.ts'

export type Viewing = { plan: Plan; wished: Wished; wish: (change: Wish) => void; actions: ReactNode }
const noTeams: readonly { id: string; name: string }[] = []

/** A plan: what is asked to be seen of it, the grid, and what is opened from it. */
export function PlanView({ plan: listed, wished, wish, actions }: Viewing) {
  const say = useWords(words)
  const today = Temporal.Now.plainDateISO(listed.zone).toString()
  const days = useMemo(() => daysShown(listed, wished, today), [listed, wished, today])
  const boarding = useBoard({ id: listed.id, from: days[0] ?? listed.first_day, days: days.length })
  const plan = boarding.plan?.id === listed.id ? boarding.plan : listed
  const covered = useCovered(listed, days)
  const flaws = useFlaws(listed)
  const teams = useAsk(listTeams, { limit: 100 }, { staleSeconds: 300 }).data?.items ?? noTeams
  const rows = useRows({ board: boarding.board, wished, teams, troubled: flaws.people })
  const { room, width } = useRoom()
  const deeds = useDeeds(plan, boarding)
  const turn = (by: -1 | 1): void => {
    const day = turned(plan, days, by)
    if (day) wish({ day })
  }
  if (boarding.error && !boarding.whole) return <Failure error={boarding.error} onRetry={boarding.again} />
  const known = boarding.plan !== null && width > 0
  return (
    <div className="scheduling-plan" ref={room}>
      <Toolbar {...{ plan, wished, wish, days, today, covered, deeds, turn, actions, teams }} troubled={flaws.all} />
      {boarding.whole && boarding.board.bars.size === 0 && plan.may.includes('edit') && <NothingDrawn plan={plan} />}
      {!known ? (
        <Skeleton lines={8} kind="rows" />
      ) : rows.length === 0 ? (
        <Empty drawing="search" title={say('nobodyTitle')}>{say('nobodyText')}</Empty>
      ) : (
        <Drawn {...{ plan, boarding, days, rows, flaws, covered, deeds, wished, wish, turn, today, width }} />
      )}
      <Legend count={say('shownPeople', counts(rows))} />
    </div>
  )
} // prettier-ignore

function counts(rows: readonly Row[]): { count: number; shifts: number } {
  const shifts = rows.reduce((sum, row) => sum + (row.kind === 'group' ? 0 : row.bars.length), 0)
  return { count: rows.filter(({ kind }) => kind === 'person').length, shifts }
}

type Drawing = Omit<Viewing, 'actions'> & {
  boarding: Boarding
  days: readonly string[]
  rows: readonly Row[]
  flaws: Flaws
  covered: ReturnType<typeof useCovered>
  deeds: Deeds
  turn: (by: -1 | 1) => void
  today: string
  width: number
}

/** The grid itself, with what is chosen in it and what is opened from it. */
function Drawn({ plan, boarding: { board, whole }, days, rows, flaws, covered, deeds, wished, wish, turn, today, width }: Drawing) {
  const { timeline, names } = useTimeline({ plan, days, view: wished.view ?? 'week', width, board, whole })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened>(null)
  const density = useDensity()
  const edits = plan.may.includes('edit')
  const barOf = (id: string) => board.bars.get(id)
  const onDeed = useGridDeeds({ deeds, edits, chosen, barOf, onChoose: setChosen, onOpen: setOpened, plan })
  const clear = (): void => setChosen(new Set())
  return (
    <>
      {chosen.size > 0 && <ChosenBar chosen={[...chosen].flatMap((id) => barOf(id) ?? [])} deeds={deeds} edits={edits} onClear={clear} />}
      <Grid
        {...{ rows, timeline, names, covered, today, edits, chosen, barOf, onDeed }}
        rowHeight={ROW[density]}
        group={wished.group}
        flaws={flaws.counted}
        onChoose={setChosen}
        onOpen={(row, bar, at) => {
          if (bar) setOpened({ bar: bar.id })
          else if (edits) setOpened({ add: { person: row.kind === 'person' ? row.key : null, at } })
        }}
        onDay={(day) => wish({ day, view: 'day' })}
        onTurn={turn}
        onTry={tryIn(plan)}
        onDrop={deeds.drop}
      />
      {opened && <ShiftDrawer {...{ opened, board, plan, edits, deeds }} troubles={'bar' in opened ? flaws.of(opened.bar) : []} onClose={() => setOpened(null)} />}
    </>
  )
} // prettier-ignore
