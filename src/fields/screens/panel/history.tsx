import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { listChanges } from '../../contract.ts'
import type { Of } from './fields-panel.tsx'
import { words } from './words.ts'

/** Who changed what, when, from what to what. */
export function History({ onClose, ...about }: Of & { onClose: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const list = useAskPages(listChanges, { ...about, limit: 50 })
  return (
    <Dialog open onClose={onClose} title={say('historyTitle')} foot={<Button onPress={onClose}>{say('close')}</Button>}>
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} />}
      {list.isSuccess && list.items.length === 0 && <p>{say('historyEmpty')}</p>}
      <ol className="fields-history">
        {list.items.map((change) => (
          <li key={change.id}>
            <strong>{change.field.name[spoken]}</strong>
            <span>
              <s>{change.before[spoken] || say('nothing')}</s> → {change.after[spoken] || say('nothing')}
            </span>
            <small>
              {change.by?.name ?? say('program')} · <Time at={change.at} />
            </small>
          </li>
        ))}
      </ol>
      {list.hasMore && (
        <Button tone="quiet" busy={list.isFetchingNextPage} onPress={list.more}>
          {say('more')}
        </Button>
      )}
    </Dialog>
  )
}
