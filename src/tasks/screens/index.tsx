// The pages of this room, what it shows beside a case, and how many tasks wait for the reader.
import { lazy } from 'react'
import { send } from '#ui/api'
import { freshOn } from '#ui/live'
import { keyOf, queries } from '#ui/query'
import { countTasks, getChase, getTask, listCaseTasks, listTasks, listWaits } from '../contract.ts'

export { TasksPanel } from './panel.tsx'
export { TasksTold } from './story.tsx'
export { ClosingTasks } from './closing.tsx'
export const DirectoryPage = lazy(async () => ({ default: (await import('./directory/page.tsx')).DirectoryPage }))
export const TasksPage = lazy(async () => ({ default: (await import('./page.tsx')).TasksPage }))
export const ProceduresPage = lazy(async () => ({ default: (await import('./procedures.tsx')).ProceduresPage }))
export const TaskPage = lazy(async () => ({ default: (await import('./one.tsx')).TaskPage }))

const NAMES = [
  'task.asked', 'task.begun', 'task.seen', 'task.taken', 'task.let_go', 'task.answered', 'task.accepted', 'task.sent_back', 'task.declined', 'task.redirected',
  'task.edited', 'task.cancelled', 'task.late', 'task.left_open', 'task.remarked', 'task.passed_on', 'task.item_changed', 'task.procedure_started', 'task.chased', 'task.stray', 'task.undeliverable', 'task.letter_settled',
] // prettier-ignore
freshOn(NAMES, [listTasks, listCaseTasks, listWaits, countTasks, getTask, getChase])

/** For the rail, which must not carry what counts: how many tasks wait for the reader, and how to hear when that changes. */
export async function waitingTasks(): Promise<{ count: () => number | undefined; listen: (listener: () => void) => () => void }> {
  const key = keyOf(countTasks, {})
  const read = (): Promise<unknown> =>
    queries.fetchQuery({ queryKey: key, queryFn: () => send(countTasks, {}), staleTime: 20_000 }).catch(() => undefined) // shown the next time
  await read()
  return {
    count: () => {
      const counted = queries.getQueryData<{ mine: number; teams: number; answered: number }>(key)
      return counted && counted.mine + counted.teams + counted.answered
    },
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
