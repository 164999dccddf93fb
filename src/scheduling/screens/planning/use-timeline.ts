import { useMemo, useState } from 'react'
import type { Plan } from '../../contract/plans.ts'
import type { BoardNow } from './grid/board.ts'
import { NAMES } from './grid/measures.ts'
import { hoursOf, timelineOf, type Hours, type Timeline } from './grid/timeline.ts'
import type { View } from './grid/timeline.ts'

const GUTTER = 18 // pixels of the bar one scrolls by, and of the edges
const NARROW = 720

export type Laid = { timeline: Timeline; names: number }
type Laying = { plan: Plan; days: readonly string[]; view: View; width: number; board: BoardNow; whole: boolean }

/** The days across the width there is; the hours shown are chosen when the plan has been read, and stay while one drags. */
export function useTimeline({ plan, days, view, width, board, whole }: Laying): Laid {
  const { zone, interval_min } = plan
  const [kept, setKept] = useState<{ for: string; hours: Hours } | null>(null)
  const wanted = `${zone} ${days[0]} ${days.length} ${whole}`
  if (kept?.for !== wanted) setKept({ for: wanted, hours: hoursOf(board.bars.values(), zone) })
  const hours = kept?.hours ?? USUAL
  const names = width < NARROW ? NAMES.narrow : NAMES.width
  const room = Math.max(320, width - names - GUTTER)
  return useMemo(
    () => ({ names, timeline: timelineOf({ view, zone, days, hours, interval_min, room }) }),
    [view, zone, days, hours, interval_min, room, names],
  )
}

const USUAL: Hours = { from: 7, to: 20 }
