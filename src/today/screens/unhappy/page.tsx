import { useState } from 'react'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { useLanguage } from '#ui/language'
import { Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { listUnhappy } from '../../contract.ts'
import { UnhappyList } from './list.tsx'
import { words } from './words.ts'

/** Customers who are unhappy, the unhappiest first. */
export function UnhappyPage() {
  const say = useWords(words)
  const spoken = useLanguage()
  const [whose, setWhose] = useState<'me' | 'all'>('me')
  const found = useAskPages(listUnhappy, { ...(whose === 'me' ? { owner: 'me' as const } : {}), limit: 50 })
  const formula = found.items[0]?.formula
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <Segments
          label={say('whose')}
          options={[
            { id: 'me', label: say('mine') },
            { id: 'all', label: say('everyone') },
          ]}
          value={whose}
          onChange={setWhose}
        />
      }
    >
      {found.isError && !found.data ? (
        <Failure error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Panel flush>
          <Skeleton lines={5} kind="rows" />
        </Panel>
      ) : found.items.length === 0 ? (
        <Empty drawing="calm" title={say('emptyTitle')}>
          {say('emptyText')}
        </Empty>
      ) : (
        <Panel flush>
          <UnhappyList items={found.items} owners={whose === 'all'} />
        </Panel>
      )}
      {found.hasMore && (
        <Button tone="quiet" busy={found.isFetchingNextPage} onPress={found.more}>
          {say('more')}
        </Button>
      )}
      {formula && (
        <details className="today-counted">
          <summary>{say('howCounted')}</summary>
          <p>
            <code>{formula.id}</code> {formula[spoken]}
          </p>
        </details>
      )}
    </Page>
  )
}
