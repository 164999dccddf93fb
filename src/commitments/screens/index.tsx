// The page of this room, what it shows beside a case, what it offers whoever writes, and how many promises are late.
import { lazy } from 'react'
import { keyOf, queries } from '#ui/query'
import { freshOn } from '#ui/live'
import { send } from '#ui/api'
import type { Case } from '#cases/contract'
import { keepTelling } from './alerts.ts'
import { countPromises, getPromiseReport, listCasePromises, listPromises } from '../contract.ts'

export { PromisesPanel } from './panel.tsx'
export { PromiseSeen } from './promise-seen.tsx'
export { ClosingPromises } from './closing.tsx'
export { MovePromise } from './move-promise.tsx'
export { PromisesTold } from './story.tsx'
export { MomentField } from './moment-field.tsx'
export const PromisesPage = lazy(async () => ({ default: (await import('./page.tsx')).PromisesPage }))
export const PromiseFiguresPage = lazy(async () => ({ default: (await import('./figures/page.tsx')).PromiseFiguresPage }))
export { readLooking as readPromiseFigures } from './figures/period.ts'

freshOn(
  [
    'promise.made',
    'promise.kept',
    'promise.moved',
    'promise.withdrawn',
    'promise.broken',
    'promise.passed_on',
    'case.closed',
    'case.reopened',
  ],
  [listPromises, listCasePromises, countPromises, getPromiseReport],
)

keepTelling()

/** For the rail, which must not carry what counts: how many of mine are late, and how to hear when that changes. */
export async function latePromises(): Promise<{ count: () => number | undefined; listen: (listener: () => void) => () => void }> {
  const key = keyOf(countPromises, {})
  const read = (): Promise<unknown> =>
    queries.fetchQuery({ queryKey: key, queryFn: () => send(countPromises, {}), staleTime: 20_000 }).catch(() => undefined) // shown the next time
  await read()
  return {
    count: () => queries.getQueryData<{ late: number }>(key)?.late,
    listen: (listener) => {
      const timer = setInterval(() => void read().then(listener), 60_000)
      const stop = queries.getQueryCache().subscribe(({ query, type }) => {
        if (query.queryKey[0] !== key[0] || type !== 'updated') return
        if (query.state.isInvalidated && query.state.fetchStatus === 'idle') void read()
        listener()
      })
      return () => {
        clearInterval(timer)
        stop()
      }
    },
  }
}

/** Whether closing this case would leave something owed. */
export async function owesSomething({ id }: Case): Promise<boolean> {
  const { items } = await send(listCasePromises, { case: id, limit: 50 })
  return items.some(({ state }) => state === 'open' || state === 'broken')
}
