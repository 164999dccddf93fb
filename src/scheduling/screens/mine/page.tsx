import { useState, type ComponentType } from 'react'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useNow } from '#ui/time'
import { useWords } from '#ui/words'
import { listMyShifts, type MyShifts, type ShiftInForce } from '../../contract/shifts.ts'
import { dayName, lengthOf } from '../planning/grid/hours.ts'
import { InMyCalendar } from './calendar.tsx'
import { OpenShifts } from './open-shifts.tsx'
import { MySwaps } from './swaps.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import { Today } from './today.tsx'
import { Weeks } from './weeks.tsx'
import { Wishes } from './wishes.tsx'
import { words } from './words.ts'
import '../planning/kinds.css'
import '../paper.css'
import './mine.css'

const DAYS = 28

/** My days: where I stand in this one, the next ones, and what I may ask about them. `Day`: what a room above knows of my day as it goes. */
export function MyShiftsPage({ Day }: { Day?: ComponentType }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const asked = useAsk(listMyShifts, { days: DAYS })
  const [giving, setGiving] = useState<ShiftInForce | null>(null)
  const mine = asked.data
  const week = mine?.hours[0]
  return (
    <Page
      title={say('title')}
      lead={
        week &&
        `${say('weekOf', { day: dayName(week.week, spoken, 'short') })} · ${say('hours', { planned: lengthOf(week.planned_min, spoken), agreed: lengthOf(week.contract_min, spoken) })}`
      }
    >
      {asked.error ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !mine ? (
        <Skeleton lines={8} kind="rows" />
      ) : (
        <div className="scheduling-mine">
          <div>{mine.has_any ? <Days mine={mine} onGive={setGiving} /> : <None />}</div>
          <div>
            {Day && <Day />}
            <MySwaps zone={mine.zone} />
            <OpenShifts zone={mine.zone} />
            <Wishes />
            <InMyCalendar />
            <Absences />
          </div>
        </div>
      )}
      {giving && mine && <SwapDialog shift={giving} zone={mine.zone} onClose={() => setGiving(null)} />}
    </Page>
  )
}

function Days({ mine, onGive }: { mine: MyShifts; onGive: (shift: ShiftInForce) => void }) {
  const now = useNow()
  return (
    <>
      <Today mine={mine} now={now} />
      <Weeks mine={mine} now={now} onGive={onGive} />
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

function Absences() {
  const say = useWords(words)
  return (
    <Panel title={say('absences')}>
      <p className="scheduling-quiet">{say('absencesText')}</p>
      <ButtonLink href="/desk/staff?tab=absences" icon="calendar">
        {say('goAbsences')}
      </ButtonLink>
    </Panel>
  )
}
