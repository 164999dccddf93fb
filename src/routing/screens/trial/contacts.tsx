import { Button } from '#ui/button'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { listTrialContacts, type Arm, type TrialId } from '../../contract.ts'
import { Contacts } from '../floor/counted.tsx'
import { words } from './words.ts'

/** The contacts behind the figures of one side. */
export function TrialContacts({ trial, arm, onClose }: { trial: TrialId; arm: Arm; onClose: () => void }) {
  const say = useWords(words)
  const list = useAskPages(listTrialContacts, { id: trial, arm, limit: 50 })
  return (
    <Drawer open onClose={onClose} title={say('contactsOf', { arm })}>
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} kind="rows" />}
      {list.data && list.items.length === 0 && <p>{say('noContacts')}</p>}
      <Contacts items={list.items} />
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </Drawer>
  )
}
