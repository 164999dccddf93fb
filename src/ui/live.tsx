import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { Endpoint } from '#base/contract'
import { LiveLine, type JournalEvent, type LineState } from './live-line.ts'
import { queries, refetch } from './query.tsx'

export type { JournalEvent, LineState }

const address = () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`

// The browser's own setTimeout refuses to be called as a method of something else, so it is wrapped.
export const live = new LiveLine({
  open: () => new WebSocket(address()),
  later: (run, wait) => setTimeout(run, wait),
  chance: Math.random,
})
live.onGap(() => void queries.invalidateQueries())
if (typeof addEventListener === 'function') addEventListener('online', () => live.hurry())

/** Calls back on each journal event of these names while the component stands. */
export function useLive(names: readonly string[], hear: (event: JournalEvent) => void): void {
  const heard = useEffectEvent(hear)
  const list = names.join(' ')
  useEffect(() => live.on(list.split(' '), (event) => heard(event)), [list])
}

export const useLineState = (): LineState =>
  useSyncExternalStore(
    (watcher) => live.watch(watcher),
    () => live.state,
  )

/** What the server last said of who looks at what; its shape belongs to the room that sends it. */
export const usePresence = (): unknown =>
  useSyncExternalStore(
    (watcher) => live.watch(watcher),
    () => live.presence,
  )

const stale = new Set<Pick<Endpoint<unknown, unknown>, 'method' | 'path'>>()
let due: ReturnType<typeof setTimeout> | undefined

/**
 * What an event makes stale: a room says it once, when its screens are loaded.
 * `freshOn(['case.opened', 'case.closed'], [listCases, getCase])`. Events of the same 60 ms are read again together.
 */
export function freshOn(
  names: readonly string[],
  endpoints: readonly Pick<Endpoint<unknown, unknown>, 'method' | 'path'>[],
): void {
  live.on(names, () => {
    for (const endpoint of endpoints) stale.add(endpoint)
    due ??= setTimeout(() => {
      due = undefined
      const all = [...stale]
      stale.clear()
      void refetch(...all)
    }, 60)
  })
}
