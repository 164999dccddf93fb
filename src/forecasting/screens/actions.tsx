import { Button, IconButton } from '#ui/button'
import { useCommands } from '#ui/keys'
import { Menu } from '#ui/menu'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getOverview, listForecastRuns, postForecastRun, putRecount, type Overview } from '../contract.ts'
import { useNarrow } from './use-narrow.ts'
import { words } from './words.ts'

export type Deed = 'bring' | 'announce' | 'settings'

/** What one can do on the page, also by key. */
export function Actions({ overview, onDeed }: { overview: Overview; onDeed: (deed: Deed) => void }) {
  const say = useWords(words)
  const runs = useAsk(listForecastRuns, { limit: 5 })
  const run = useSend(postForecastRun, { refetch: [listForecastRuns, getOverview] })
  const recount = useSend(putRecount, { refetch: [getOverview], onDone: () => toast({ text: say('recounted') }) })
  const isUnderWay = runs.data?.items.some(({ ended_at }) => ended_at === null) ?? false
  const group = say('title')
  const narrow = useNarrow()
  useCommands([
    { id: 'forecasting.run', label: say('run'), group, icon: 'refresh', run: () => run.mutate({}) },
    { id: 'forecasting.bring', label: say('import'), group, icon: 'upload', run: () => onDeed('bring') },
    { id: 'forecasting.announce', label: say('announce'), group, keys: 'e', icon: 'star', run: () => onDeed('announce') },
  ])
  return (
    <>
      {!narrow && (
        <Button icon="star" onPress={() => onDeed('announce')}>
          {say('announce')}
        </Button>
      )}
      {overview.streams.length > 0 && (
        <Button tone="primary" icon="refresh" busy={run.isPending} isDisabled={isUnderWay} onPress={() => run.mutate({})}>
          {say('run')}
        </Button>
      )}
      <Menu
        label={say('more')}
        trigger={<IconButton icon="more" label={say('more')} tone="plain" />}
        groups={[
          {
            choices: [
              ...(narrow
                ? [{ id: 'announce', label: say('announce'), icon: 'star' as const, run: () => onDeed('announce') }]
                : []),
              { id: 'bring', label: say('import'), icon: 'upload', run: () => onDeed('bring') },
              { id: 'settings', label: say('settings'), icon: 'settings', run: () => onDeed('settings') },
              { id: 'recount', label: say('recount'), icon: 'refresh', run: () => recount.mutate({}) },
            ],
          },
        ]}
      />
    </>
  )
}
