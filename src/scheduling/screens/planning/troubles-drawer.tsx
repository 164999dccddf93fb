import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Panel, Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import type { TroubleSaid } from '../../contract/names.ts'
import { getTroubles, type Plan } from '../../contract/plans.ts'
import { pageWords } from './page-words.ts'
import { SaidAlike } from './said-alike.tsx'

/** Everything that is said against the plan, what must be corrected first. */
export function TroublesDrawer({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const say = useWords(pageWords)
  const asked = useAsk(getTroubles, { id: plan.id })
  const items = asked.data?.items ?? []
  return (
    <Drawer open onClose={onClose} title={say('troublesTitle')}>
      {asked.error ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <Skeleton lines={6} />
      ) : items.length === 0 ? (
        <p>{say('troublesNone')}</p>
      ) : (
        <Stack>
          <Listed title={say('hard')} items={items.filter(({ hard }) => hard)} />
          <Listed title={say('soft')} items={items.filter(({ hard }) => !hard)} />
          {asked.data?.more && <p className="scheduling-quiet">{say('troublesMore')}</p>}
        </Stack>
      )}
    </Drawer>
  )
}

function Listed({ title, items }: { title: string; items: readonly TroubleSaid[] }) {
  if (items.length === 0) return null
  return (
    <Panel title={title}>
      <SaidAlike troubles={items} />
    </Panel>
  )
}
