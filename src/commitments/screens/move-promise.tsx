import { lazy, Suspense } from 'react'
import type { Id } from '#base/contract'
import { useAsk } from '#ui/query'
import { listCasePromises } from '../contract.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))

type Moving = { of: Id<'case'>; id: string; onClose: () => void; onDone?: () => void }

/** For a room above that knows a promise by its id: another moment instead. */
export function MovePromise({ of, id, onClose, onDone }: Moving) {
  const found = useAsk(listCasePromises, { case: of, limit: 200 }).data?.items.find((promise) => promise.id === id)
  return <Suspense>{found && <MoveDialog promise={found} onClose={onClose} {...(onDone ? { onDone } : {})} />}</Suspense>
}
