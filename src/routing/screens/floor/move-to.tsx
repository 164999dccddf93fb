import { useState } from 'react'
import { Button } from '#ui/button'
import { Combobox } from '#ui/combobox'
import { Dialog } from '#ui/dialog'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { listQueueItems, putItemQueue, type Item } from '../../contract.ts'
import { words } from './drawer-words.ts'
import type { Seen } from './page.tsx'

/** To another queue; how long it has waited goes with it. */
export function MoveTo({ seen, item, onClose }: { seen: Seen; item: Item; onClose: () => void }) {
  const say = useWords(words)
  const [queue, setQueue] = useState<string | null>(null)
  const name = (id: string | null) => (id === null ? '' : (seen.floor.queues.get(id)?.name ?? id))
  const move = useSend(putItemQueue, {
    refetch: [listQueueItems],
    onDone: () => {
      toast({ tone: 'good', text: say('moved', { queue: name(queue) }) })
      seen.again()
      onClose()
    },
  })
  const options = seen.roster.queues.filter((id) => id !== item.queue.key).map((id) => ({ id, label: name(id), detail: say('freeThere', { count: seen.floor.queues.get(id)?.people.ready ?? 0 }) })) // prettier-ignore
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('moveTitle')}
      foot={
        <>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" isDisabled={queue === null} busy={move.isPending} onPress={() => queue !== null && move.mutate({ id: item.id, queue })}>
            {say('moveDo')}
          </Button>
        </>
      }
    >
      <Combobox label={say('toQueue')} hint={say('moveHint')} options={options} value={queue} onChange={setQueue} autoFocus />
    </Dialog>
  )
} // prettier-ignore
