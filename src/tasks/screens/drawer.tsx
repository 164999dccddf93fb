import { Drawer } from '#ui/dialog'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getTask, type TaskId } from '../contract.ts'
import { Whole } from './whole.tsx'
import { words } from './words.ts'

/** A task beside its case. */
export function TaskDrawer({ id, onClose }: { id: TaskId; onClose: () => void }) {
  const say = useWords(words)
  const { data } = useAsk(getTask, { id })
  return (
    <Drawer open onClose={onClose} title={data?.title ?? say('loading')}>
      {data ? <Whole task={data} onQuoted={onClose} /> : <Skeleton lines={6} />}
    </Drawer>
  )
}
