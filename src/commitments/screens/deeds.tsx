// What can be done to a promise, wherever it stands.
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { Button, IconButton } from '#ui/button'
import { Menu } from '#ui/menu'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { putKept, type Promised } from '../contract.ts'
import { touched } from './promise-dialog.tsx'
import { words } from './words.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))
const WithdrawDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).WithdrawDialog }))

export type Deeds = {
  keep: (promise: Promised) => void
  move: (promise: Promised) => void
  withdraw: (promise: Promised) => void
  dialogs: ReactNode
}

export function useDeeds(): Deeds {
  const say = useWords(words)
  const [asked, setAsked] = useState<{ deed: 'move' | 'withdraw'; promise: Promised } | null>(null)
  const keep = useSend(putKept, { refetch: touched, onDone: () => toast({ tone: 'good', text: say('keptToast') }) })
  const close = () => setAsked(null)
  return {
    keep: ({ id, version }) => keep.mutate({ id, version }),
    move: (promise) => setAsked({ deed: 'move', promise }),
    withdraw: (promise) => setAsked({ deed: 'withdraw', promise }),
    dialogs: (
      <Suspense>
        {asked?.deed === 'move' && <MoveDialog promise={asked.promise} onClose={close} />}
        {asked?.deed === 'withdraw' && <WithdrawDialog promise={asked.promise} onClose={close} />}
      </Suspense>
    ),
  }
}

export function DeedButtons({ promise, deeds }: { promise: Promised; deeds: Deeds }) {
  const say = useWords(words)
  const about = { 'aria-description': promise.what }
  return (
    <span className="commitments-deeds">
      <Button size="small" icon="check" onPress={() => deeds.keep(promise)} {...about}>
        {say('keep')}
      </Button>
      <Button size="small" tone="quiet" onPress={() => deeds.move(promise)} {...about}>
        {say('move')}
      </Button>
      <Menu
        label={say('more_choices')}
        trigger={<IconButton icon="more" size="small" label={say('more_choices')} />}
        groups={[
          {
            choices: [
              { id: 'withdraw', label: say('withdraw'), icon: 'close', danger: true, run: () => deeds.withdraw(promise) },
            ],
          },
        ]}
      />
    </span>
  )
}
