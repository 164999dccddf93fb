import type { ReactNode } from 'react'
import { Badge } from '#ui/badge'
import { Skeleton } from '#ui/loading'
import { useWords } from '#ui/words'
import type { DayBoard, GroupNow } from '../../contract.ts'
import { useHour, useNumber, usePercent } from '../shown.ts'
import { words } from '../words.ts'
import { Gauge } from './gauge.tsx'
import { nextLow } from './next-low.ts'
import { useSimulated, type Simulated } from './simulated.ts'
import './now.css'

type Shown = { board: DayBoard; group: GroupNow; children?: ReactNode }

/** How the day will end if nobody does anything, in a sentence; beside it (children) what to do about it. */
export function Tonight({ board, group: counted, children }: Shown) {
  const say = useWords(words)
  const { known, simulated } = useSimulated(counted.group)
  const group = simulated ? { ...counted, tonight: simulated.level } : counted
  return (
    <section className="ui-panel intraday-tonight-panel" data-state={known ? stateOf(group) : 'none'} aria-label={say('ifNothing')}>
      <div className="intraday-tonight-said">
        <p className="intraday-eyebrow">{group.label || say('unqueued')}</p>
        <Ending board={board} group={group} simulated={simulated} known={known} />
        {board.lines && group.target && <Falls board={board} />}
        <Now group={group} />
      </div>
      {children}
    </section>
  )
} // prettier-ignore

const stateOf = ({ tonight, target }: GroupNow): 'none' | 'good' | 'low' =>
  !tonight || !target ? 'none' : meets(tonight.mean, target.share) ? 'good' : 'low'

// In words and on a line, once it is known whether there is a simulation.
function Ending({ board, group, simulated, known }: { board: DayBoard; group: GroupNow; simulated: Simulated | null; known: boolean }) {
  const { tonight, target } = group
  if (!known) return <div className="intraday-tonight-coming"><Skeleton lines={3} /></div>
  return (
    <>
      <h2><Sentence group={group} /></h2>
      {target && tonight && (
        <>
          <Gauge so_far={group.so_far.level} tonight={tonight} target={target.share} />
          <How zone={board.zone} simulated_at={simulated?.done_at ?? null} />
        </>
      )}
    </>
  )
} // prettier-ignore

function How({ zone, simulated_at }: { zone: string; simulated_at: string | null }) {
  const say = useWords(words)
  const hour = useHour(zone)
  return <p className="intraday-quiet">{simulated_at ? say('bySimulation', { hour: hour(simulated_at) }) : say('byFormula')}</p>
}

function Sentence({ group: { tonight, target } }: Pick<Shown, 'group'>) {
  const say = useWords(words)
  const percent = usePercent()
  if (!target) return <>{say('noTarget')}</>
  if (!tonight) return <>{say('tonightNone')}</>
  const said = { level: percent(tonight.mean), target: percent(target.share), seconds: target.within_s }
  if (meets(tonight.mean, target.share)) return <>{say('tonightGood', said)}</>
  return <>{say('tonightLow', { ...said, points: Math.round(target.share * 100) - Math.round(tonight.mean * 100) })}</>
}

// As it is read: in whole hundredths.
const meets = (level: number, target: number): boolean => Math.round(level * 100) >= Math.round(target * 100)

// Where the day's forecast shows the next stretch below the target; the alert, when it is open, says the same hour.
function Falls({ board }: { board: DayBoard }) {
  const say = useWords(words)
  const hour = useHour(board.zone)
  const percent = usePercent()
  const begins = Date.parse(board.from)
  const step = board.interval_min * 60_000
  const low = nextLow(board.lines!, (Date.parse(board.at) - begins) / step, board.alerts) // drawn beside it
  if (!low) return <p className="intraday-falls" data-calm="">{say('noFall')}</p>
  const at = Math.max(Date.parse(board.at), begins + low.from * step)
  return (
    <p className="intraday-falls">
      <Badge tone="promise" icon="warning">{at > Date.parse(board.at) ? hour(at) : say('alertNow')}</Badge>{' '}
      {say('fallsThen', { level: percent(low.level), to: hour(begins + low.to * step) })}
      {low.short > 0 && ` ${say('shortThen', { count: low.short })}`}
    </p>
  )
} // prettier-ignore

function Now({ group: { need_now, planned_now, here_now, waiting, waiting_later } }: Pick<Shown, 'group'>) {
  const say = useWords(words)
  const number = useNumber(0)
  const facts: [string, string, boolean][] = [
    [say('needNow'), number(need_now), false],
    [say('plannedNow'), number(planned_now), false],
    [say('hereNow'), number(here_now), need_now !== null && here_now < need_now],
    [say('waitingShort'), number(waiting), false],
    ...(waiting_later > 0 ? [[say('canWait'), number(waiting_later), false] satisfies [string, string, boolean]] : []),
  ]
  return (
    <dl className="intraday-now-facts" aria-label={say('rightNow')}>
      {facts.map(([name, value, short]) => (
        <div key={name} data-short={short || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
