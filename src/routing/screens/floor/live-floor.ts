// The floor as it was last heard, row by row: a row that did not change is the very same object, so that nothing on screen moves without a reason.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { send } from '#ui/api'
import { atMostEvery } from '#ui/at-most-every'
import { live } from '#ui/live'
import { getFloor, getRoster, type Floor, type FloorPerson, type FloorQueue } from '../../contract.ts'
import { refetch } from '#ui/query'

export type FloorNow = Pick<Floor, 'rulebook' | 'trial'> & {
  queues: ReadonlyMap<string, FloorQueue>
  people: ReadonlyMap<string, FloorPerson>
  ahead_ms: number // the server's clock before ours: waits are counted by the server's
}
export type Heard = { floor: FloorNow | null; error: Error | null; again: () => void }

const SOON_MILLISECONDS = 1_500
const ANYWAY_MILLISECONDS = 10_000 // waits grow and breaks begin without anybody saying so
const MOVES = ['routing.arrived', 'routing.offered', 'routing.offer_ended', 'routing.taken', 'routing.moved', 'routing.back', 'routing.ended', 'routing.seat_changed', 'routing.breaks_changed', 'routing.rules_in_force', 'routing.queue_hours_set', 'routing.person_queue_set', 'routing.item_raised'] as const // prettier-ignore
const OTHERS = ['routing.rules_in_force', 'routing.ability_changed', 'routing.person_queue_set', 'staff.team_changed', 'staff.skill_changed', 'staff.person_joined', 'staff.person_left'] as const // prettier-ignore

/** Pure: what was known, with what was heard. */
export function merged(before: FloorNow | null, heard: Floor, now: number): FloorNow {
  const base = heard.whole || !before ? { queues: new Map<string, FloorQueue>(), people: new Map<string, FloorPerson>() } : before
  return {
    rulebook: heard.rulebook,
    trial: heard.trial,
    queues: mergedRows(base.queues, heard.queues, heard.gone.queues),
    people: mergedRows(base.people, heard.people, heard.gone.people),
    ahead_ms: Date.parse(heard.at) - now,
  }
}

function mergedRows<Row extends { id: string }>(
  before: ReadonlyMap<string, Row>,
  changed: readonly Row[],
  gone: readonly string[],
): ReadonlyMap<string, Row> {
  if (changed.length === 0 && gone.length === 0) return before
  const rows = new Map(before)
  for (const row of changed) rows.set(row.id, row)
  for (const id of gone) rows.delete(id)
  return rows
}

/** Reads the floor whole once, then what changed: soon after something was routed, and now and then while somebody looks. */
export function useFloor(): Heard {
  const [heard, setHeard] = useState<Omit<Heard, 'again'>>({ floor: null, error: null })
  const [reader] = useState(() => floorReader(setHeard))
  useEffect(() => reader.begin(), [reader])
  return { ...heard, again: reader.read }
}

function floorReader(tell: (heard: Omit<Heard, 'again'>) => void): { begin: () => () => void; read: () => void } {
  let floor: FloorNow | null = null
  let stamp: string | undefined
  let reading = false
  let wanted = false
  const read = (): void => {
    if (reading) return void (wanted = true)
    reading = true
    send(getFloor, stamp === undefined ? {} : { after: stamp })
      .then((answer) => {
        stamp = answer.stamp
        floor = merged(floor, answer, Date.now())
        tell({ floor, error: null })
      })
      .catch((error: Error) => tell({ floor, error }))
      .finally(() => {
        reading = false
        if (wanted) read()
        wanted = false
      })
  }
  const begin = (): (() => void) => {
    const soon = atMostEvery(SOON_MILLISECONDS, read)
    const off = [live.on([...MOVES], soon), live.on([...OTHERS], () => void refetch(getRoster)), live.onGap(read)]
    const anyway = setInterval(() => document.visibilityState === 'visible' && read(), ANYWAY_MILLISECONDS)
    read()
    return () => {
      clearInterval(anyway)
      for (const each of off) each()
    }
  }
  return { begin, read }
}

// One clock for all waits on the page.
const watchers = new Set<() => void>()
let second = Math.floor(Date.now() / 1_000)
let ticking: ReturnType<typeof setInterval> | undefined

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  ticking ??= setInterval(() => {
    second = Math.floor(Date.now() / 1_000)
    for (const each of watchers) each()
  }, 1_000)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

/** Seconds since 1970, by our clock. */
export const useSecond = (): number => useSyncExternalStore(watch, () => second)
