import { useState } from 'react'
import { Drawer } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { Stack } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk } from '#ui/query'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { listOpenShifts } from '../../../contract/open-shifts.ts'
import type { Plan } from '../../../contract/plans.ts'
import { listSwaps } from '../../../contract/swaps.ts'
import { listPreferences } from '../../../contract/work-terms.ts'
import type { Wished } from '../shown.ts'
import { OneOpen } from './open-shift.tsx'
import { OneSwap } from './swap.tsx'
import { OneWish } from './wish.tsx'
import { requestWords } from './words.ts'

/** What waits for an answer: swaps, open shifts with whoever wants them, wishes. */
export function RequestsDrawer({ plan, first = 'swaps', onClose }: { plan: Plan; first?: Wished['open']; onClose: () => void }) {
  const say = useWords(requestWords)
  const [tab, setTab] = useState<string>(first)
  const swaps = useAsk(listSwaps, { which: 'to_answer', limit: 50 })
  const open = useAsk(listOpenShifts, { past: false, limit: 50 })
  const wishes = useAsk(listPreferences, { state: 'asked', everybody: true, limit: 50 })
  const offered = open.data?.items.filter(({ state }) => state === 'open') ?? []
  const some = (count: number | undefined): { count?: number } => (count ? { count } : {}) // a nought tells nothing, and takes the room of a word
  const pages = [
    { id: 'swaps', label: say('swaps'), ...some(swaps.data?.items.length), content: <Listing asked={swaps} nothing={say('noSwaps')}>{swaps.data?.items.map((swap) => <OneSwap key={swap.id} swap={swap} zone={plan.zone} />)}</Listing> },
    { id: 'bids', label: say('bids'), ...some(offered.length), content: <Listing asked={open} nothing={say('noBids')}>{offered.map((each) => <OneOpen key={each.id} offered={each} zone={plan.zone} />)}</Listing> },
    { id: 'wishes', label: say('wishes'), ...some(wishes.data?.items.length), content: <Listing asked={wishes} nothing={say('noWishes')}>{wishes.data?.items.map((wish) => <OneWish key={wish.id} wish={wish} />)}</Listing> },
  ]
  return (
    <Drawer open onClose={onClose} title={say('title')}>
      <Tabs label={say('title')} pages={pages} chosen={tab} onChoose={setTab} />
    </Drawer>
  )
} // prettier-ignore

type Asking = { error: Error | null; isPending: boolean; refetch: () => unknown }

function Listing({ asked, nothing, children }: { asked: Asking; nothing: string; children: React.ReactNode[] | undefined }) {
  if (asked.error) return <Failure error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <Skeleton lines={4} />
  return children && children.length > 0 ? <Stack>{children}</Stack> : <p className="scheduling-quiet">{nothing}</p>
}
