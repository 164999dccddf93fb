import { Fragment, type Key, type ReactNode } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import type { useAskPages } from '#ui/query'
import { useWords } from '#ui/words'
import { historyWords } from './words.ts'

type Asked<Item> = ReturnType<typeof useAskPages<object, Item>>
type Logged<Item> = {
  asked: Asked<Item>
  none: string
  lead: string
  keyOf: (item: Item) => Key
  children: (item: Item) => ReactNode
}

/** What happened to a plan, the newest first, a page at a time. */
export function Log<Item>({ asked, none, lead, keyOf, children }: Logged<Item>) {
  const say = useWords(historyWords)
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={6} />
  if (asked.items.length === 0) return <p className="scheduling-quiet">{none}</p>
  return (
    <>
      <p className="scheduling-quiet">{lead}</p>
      <ol className="scheduling-log">
        {asked.items.map((item) => (
          <Fragment key={keyOf(item)}>{children(item)}</Fragment>
        ))}
      </ol>
      {asked.hasMore && (
        <Button tone="quiet" size="small" busy={asked.isFetchingNextPage} onPress={asked.more}>
          {say('older')}
        </Button>
      )}
    </>
  )
}
