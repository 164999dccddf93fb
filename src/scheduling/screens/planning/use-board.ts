// The plan on this screen: read page by page, then kept as moves are made, here or by others.
import { useEffect, useMemo, useState } from 'react'
import { send } from '#ui/api'
import { atMostEvery } from '#ui/at-most-every'
import { live } from '#ui/live'
import type { PlanId } from '../../contract/names.ts'
import { planChanged, planMoved } from '../../contract/events.ts'
import { getBoard, type BoardPerson, type Plan } from '../../contract/plans.ts'
import type { Moved } from '../../contract/moves.ts'
import { barOf, type Bar } from './grid/bars.ts'
import { boardMoved, boardWith, emptyBoard, type BoardNow } from './grid/board.ts'
import { movesHeard } from './moves-heard.ts'

export type Asked = { id: PlanId; from: string; days: number }
export type BoardRead = { board: BoardNow; plan: Plan | null; whole: boolean; error: Error | null }
export type Boarding = BoardRead & {
  again: () => void
  put: (bars: readonly Bar[], removed?: readonly string[]) => void // before the server has said so
  take: (moved: Moved) => void
}

/** As many people as make a page that neither the server nor this thread stands still for: some 1,800 days of people. */
export const peopleAPage = (days: number): number => Math.min(250, Math.max(40, Math.round(1_800 / days)))
const SOON = 1_500
const AWAY = ['staff.absence_planned', 'staff.absence_cancelled', 'staff.absence_changed', 'staff.part_time_changed'] // who is there is another question than who was planned
const nothing: BoardRead = { board: emptyBoard, plan: null, whole: false, error: null }

export function useBoard({ id, from, days }: Asked): Boarding {
  const [read, setRead] = useState<BoardRead>(nothing)
  const reader = useMemo(() => boardReader({ id, from, days }, setRead), [id, from, days])
  useEffect(() => reader.begin(), [reader])
  return { ...read, again: reader.again, put: reader.put, take: reader.take }
}

const waiting = new Set<() => void>()
/** Something larger than one move was done from here: whoever shows a plan reads it again. */
export const announceMove = (): void => waiting.forEach((again) => again())

function boardReader(asked: Asked, tell: (read: BoardRead) => void) {
  let now = nothing
  let turn = 0 // a reading begun later goes before
  let reading = false
  const set = (to: Partial<BoardRead>): void => {
    now = { ...now, ...to }
    tell(now)
  }
  const again = (): void => {
    const own = ++turn
    reading = true
    readPages(asked, (board, plan, whole) => {
      const isShown = whole || now.plan === null
      if (own === turn && isShown) set({ board: board(), plan, whole, error: null })
      if (own === turn && whole) reading = false
      return own === turn
    }).catch((error: Error) => own === turn && set({ error }))
  }
  const soon = atMostEvery(SOON, again)
  const ear = movesHeard(soon)
  const put = (bars: readonly Bar[], removed: readonly string[] = []): void => {
    turn++ // what is being read is older than this
    if (reading) soon() // and what it would have told is asked for anew
    set({ board: boardMoved(now.board, bars, removed) })
  }
  const take = (moved: Moved): void => {
    ear.mine(moved.plan_version)
    put(moved.shifts.map(barOf), moved.removed)
    if (now.plan) set({ plan: withMove(now.plan, moved) })
  }
  const begin = (): (() => void) => {
    now = nothing
    const off = [
      live.on([planMoved.name], ({ payload }) => isOf(payload, asked.id) && ear.heard(versionIn(payload))),
      live.on([planChanged.name], ({ payload }) => isOf(payload, asked.id) && soon()),
      live.on(AWAY, soon),
      live.onGap(again),
    ]
    waiting.add(again)
    again()
    return () => {
      waiting.delete(again)
      turn++
      for (const each of off) each()
    }
  }
  return { begin, again, put, take }
}

type Heard = (board: () => BoardNow, plan: Plan, whole: boolean) => boolean

/** Page by page; the board is put together when it is shown, not for each of them. */
async function readPages(asked: Asked, heard: Heard): Promise<void> {
  const [people, bars]: [BoardPerson[], Bar[]] = [[], []]
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof askPage>> = await askPage(asked, cursor)
    people.push(...page.people)
    bars.push(...page.shifts.map(barOf))
    cursor = page.next
    if (!heard(() => boardWith(emptyBoard, people, bars), page.plan, cursor === null)) return
  } while (cursor !== null)
}

const askPage = (asked: Asked, cursor: string | null) =>
  send(getBoard, { ...asked, limit: peopleAPage(asked.days), ...(cursor === null ? {} : { cursor }) })

const isOf = (payload: unknown, plan: string): payload is object =>
  typeof payload === 'object' && payload !== null && 'plan' in payload && payload.plan === plan

const versionIn = (payload: object): number | undefined =>
  'version' in payload && typeof payload.version === 'number' ? payload.version : undefined

function withMove(plan: Plan, { plan_version, plan_state, undo, redo }: Moved): Plan {
  const others = plan.may.filter((each) => each !== 'undo' && each !== 'redo')
  const may = [...others, ...(undo ? (['undo'] as const) : []), ...(redo ? (['redo'] as const) : [])]
  return { ...plan, version: plan_version, may, state: plan_state }
}
