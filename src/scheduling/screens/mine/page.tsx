import { useState, type ComponentType } from 'react'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listMyShifts, type MyShifts, type ShiftInForce } from '../../contract/shifts.ts'
import { MyAbsences } from './absences.tsx'
import { InMyCalendar } from './calendar.tsx'
import { OpenShifts } from './open-shifts.tsx'
import { Month } from './month.tsx'
import { MySwaps } from './swaps.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import { Today } from './today.tsx'
import { Waiting } from './waiting.tsx'
import { Weeks } from './weeks.tsx'
import { Wishes } from './wishes.tsx'
import { words } from './words.ts'
import '../planning/kinds.css'
import '../paper.css'
import './mine.css'

const DAYS = 28
const views = ['days', 'month'] as const

/** My days: where I stand in this one, the next ones, and what I may ask about them. `Day`: what a room above knows of my day as it goes. */
export function MyShiftsPage({ Day }: { Day?: ComponentType }) {
  const say = useWords(words)
  const asked = useAsk(listMyShifts, { days: DAYS })
  const [giving, setGiving] = useState<ShiftInForce | null>(null)
  const mine = asked.data
  return (
    <Page title={say('title')}>
      {asked.error ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !mine ? (
        <Skeleton lines={8} kind="rows" />
      ) : (
        <div className="scheduling-mine">
          <div>{mine.has_any ? <Days mine={mine} onGive={setGiving} /> : <None />}</div>
          <div>
            {Day && <Day />}
            <div id="swaps">
              <MySwaps zone={mine.zone} />
            </div>
            <div id="open-shifts">
              <OpenShifts zone={mine.zone} />
            </div>
            <Wishes />
            <InMyCalendar />
            <MyAbsences zone={mine.zone} />
          </div>
        </div>
      )}
      {giving && mine && <SwapDialog shift={giving} zone={mine.zone} onClose={() => setGiving(null)} />}
    </Page>
  )
}

function Days({ mine, onGive }: { mine: MyShifts; onGive: (shift: ShiftInForce) => void }) {
  const say = useWords(words)
  const now = useNow()
  const [view, setView] = useState<(typeof views)[number]>('days')
  return (
    <>
      <Waiting />
      <Today mine={mine} now={now} />
      <Segments label={say('view')} options={views.map((id) => ({ id, label: say(id) }))} value={view} onChange={setView} />
      {view === 'days' ? <Weeks mine={mine} now={now} onGive={onGive} /> : <Month zone={mine.zone} now={now} />}
    </>
  )
}

function None() {
  const say = useWords(words)
  return (
    <Panel>
      <Empty drawing="calm" title={say('emptyTitle')}>
        {say('emptyText')}
      </Empty>
    </Panel>
  )
}
