import { useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useMe } from '#access/screens'
import { Button, ButtonRow, IconButton } from '#ui/button'
import { useCommands } from '#ui/keys'
import { Menu, type Choice, type ChoiceGroup } from '#ui/menu'
import { useAsk, useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { Dialog } from '#ui/dialog'
import { deletePlan, listPlans, type Plan } from '../../contract/plans.ts'
import { deletePublished } from '../../contract/publishing.ts'
import { listSwaps } from '../../contract/swaps.ts'
import { listOpenShifts } from '../../contract/open-shifts.ts'
import { listPreferences } from '../../contract/work-terms.ts'
import { CopyDays } from './copy-days.tsx'
import { GatheringsDrawer } from './gatherings/drawer.tsx'
import { HistoryDrawer } from './history/drawer.tsx'
import { OptimiseDrawer } from './optimise/drawer.tsx'
import { pageWords } from './page-words.ts'
import { usePlanName } from './plan-name.ts'
import { PublishDialog } from './publish/dialog.tsx'
import { RehearseDay } from './rehearse.tsx'
import { RequestsDrawer } from './requests/drawer.tsx'
import type { Wish, Wished } from './shown.ts'
import { TroublesDrawer } from './troubles-drawer.tsx'
import { words } from './words.ts'

type Acting = { plan: Plan; day: string; wish: (change: Wish) => void; onNew: () => void; open: Wished['open'] }
type Sheet =
  | 'optimise'
  | 'publish'
  | 'requests'
  | 'copy'
  | 'gatherings'
  | 'rehearse'
  | 'troubles'
  | 'moves'
  | 'publications'
  | 'remove'
  | 'unpublish'
  | null

/** What is done to a plan as a whole. */
export function PlanActions({ plan, day, wish, onNew, open }: Acting) {
  const say = useWords(words)
  const { may } = useMe()
  const [chosen, setSheet] = useState<Sheet>(null)
  const sheet = chosen ?? (open ? 'requests' : null)
  const close = (): void => {
    setSheet(null)
    if (open) wish({ open: undefined })
  }
  const can = (what: Plan['may'][number]): boolean => plan.may.includes(what)
  const groups = useMenu(plan, onNew, setSheet)
  usePlanKeys()
  return (
    <>
      {may('workforce.approve') && <Requests onOpen={() => setSheet('requests')} />}
      {can('optimise') && <Button icon="star" onPress={() => setSheet('optimise')}>{say('optimise')}</Button>}
      {can('publish') && <Button tone={plan.state === 'published' ? 'plain' : 'primary'} icon="send" onPress={() => setSheet('publish')}>{say('publish')}</Button>}
      <Menu label={say('more')} groups={groups} trigger={<IconButton icon="more" label={say('more')} tone="plain" />} />
      {sheet && <Opened sheet={sheet} plan={plan} day={day} wish={wish} open={open} onSheet={setSheet} onClose={close} />}
    </>
  )
} // prettier-ignore

type Open = Omit<Acting, 'onNew'> & { sheet: NonNullable<Sheet>; onSheet: (sheet: Sheet) => void; onClose: () => void }

function Opened({ sheet, plan, day, wish, open, onSheet, onClose }: Open) {
  const asked = { plan, onClose }
  const nameOf = usePlanName()
  const sheets: Record<NonNullable<Sheet>, () => ReactNode> = {
    optimise: () => <OptimiseDrawer {...asked} />,
    publish: () => <PublishDialog {...asked} onPast={() => onSheet('publications')} />,
    requests: () => <RequestsDrawer key={open} {...asked} first={open} />,
    copy: () => <CopyDays {...asked} day={day} nameOf={nameOf} />,
    gatherings: () => <GatheringsDrawer {...asked} />,
    rehearse: () => <RehearseDay {...asked} day={day} />,
    troubles: () => <TroublesDrawer {...asked} />,
    moves: () => <HistoryDrawer {...asked} />,
    publications: () => <HistoryDrawer {...asked} first="publications" />,
    remove: () => <Sure {...asked} what="remove" onDone={() => wish({ plan: undefined, day: undefined })} />,
    unpublish: () => <Sure {...asked} what="unpublish" onDone={() => {}} />,
  }
  return sheets[sheet]()
} // prettier-ignore

function Requests({ onOpen }: { onOpen: () => void }) {
  const say = useWords(words)
  const waiting = useWaitingRequests()
  return (
    <Button icon="tray" tone={waiting > 0 ? 'promise' : 'plain'} onPress={onOpen}>
      {waiting > 0 ? `${say('requests')} (${waiting})` : say('requests')}
    </Button>
  )
}

function useMenu(plan: Plan, onNew: () => void, open: (sheet: Sheet) => void): ChoiceGroup[] {
  const say = useWords(words)
  const { may } = useMe()
  const router = useRouter()
  const can = (what: Plan['may'][number]): boolean => plan.may.includes(what)
  const choice = (shown: boolean, one: Choice): Choice[] => (shown ? [one] : [])
  const to = (path: string, search: object = {}): void => void router.navigate({ to: path as never, search: search as never }) // a page of the desk's list
  return [
    {
      choices: [
        ...choice(may('workforce.manage'), { id: 'new', label: say('newPlan'), icon: 'plus', run: onNew }),
        ...choice(can('edit'), { id: 'copy', label: say('copyDay'), icon: 'copy', run: () => open('copy') }),
        { id: 'gatherings', label: say('gatherings'), icon: 'people' as const, run: () => open('gatherings') },
        ...choice(can('rehearse') && may('rehearsal.run'), { id: 'rehearse', label: say('rehearse'), icon: 'refresh', run: () => open('rehearse') }),
        { id: 'troubles', label: say('troubles'), icon: 'warning' as const, run: () => open('troubles') },
        { id: 'history', label: say('history'), icon: 'clock' as const, run: () => open('moves') },
        { id: 'fairness', label: say('fairness'), icon: 'handover' as const, run: () => to('/planning/fairness', { before: plan.first_day }) },
        { id: 'print', label: say('print'), icon: 'download' as const, run: () => print() },
        { id: 'settings', label: say('settings'), icon: 'settings' as const, run: () => to('/planning/settings') },
      ],
    },
    {
      choices: [
        ...choice(can('unpublish'), { id: 'unpublish', label: say('unpublish'), icon: 'undo', run: () => open('unpublish') }),
        ...choice(can('remove'), { id: 'remove', label: say('removePlan'), icon: 'trash', danger: true, run: () => open('remove') }),
      ],
    },
  ].filter(({ choices }) => choices.length > 0)
} // prettier-ignore

/** How many wait for an answer of mine. */
function useWaitingRequests(): number {
  const swaps = useAsk(listSwaps, { which: 'to_answer', limit: 50 }, { staleSeconds: 60 })
  const open = useAsk(listOpenShifts, { past: false, limit: 50 }, { staleSeconds: 60 })
  const bids = open.data?.items.filter(({ state, bids: given, may }) => state === 'open' && may.includes('choose') && given.length > 0).length ?? 0
  const wishes = useAsk(listPreferences, { state: 'asked', everybody: true, limit: 50 }, { staleSeconds: 60 })
  return (swaps.data?.items.length ?? 0) + bids + (wishes.data?.items.length ?? 0)
} // prettier-ignore

function Sure({
  plan,
  what,
  onClose,
  onDone,
}: {
  plan: Plan
  what: 'remove' | 'unpublish'
  onClose: () => void
  onDone: () => void
}) {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const done = (): void => {
    onClose()
    onDone()
  }
  const remove = useSend(deletePlan, { refetch: [listPlans], onDone: done })
  const unpublish = useSend(deletePublished, { refetch: [listPlans], onDone: done })
  const act = what === 'remove' ? remove : unpublish
  return (
    <Dialog
      open
      size="small"
      onClose={onClose}
      title={say(what === 'remove' ? 'removePlan' : 'unpublish')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>
            {sayPage('cancel')}
          </Button>
          <Button tone="danger" busy={act.isPending} onPress={() => act.mutate({ id: plan.id })}>
            {say(what === 'remove' ? 'removePlan' : 'unpublish')}
          </Button>
        </ButtonRow>
      }
    >
      <p>{what === 'remove' ? say('removeSure') : sayPage('unpublishSure')}</p>
    </Dialog>
  )
}

/** The keys of the grid, for the list of keys; they are heard by the grid itself once one stands in it. */
function usePlanKeys(): void {
  const say = useWords(words)
  const into = (): void => document.querySelector<HTMLElement>('.scheduling-cell[tabindex="0"]')?.focus()
  const group = say('groupKeys')
  useCommands([
    { id: 'plan.walk', label: say('keyWalk'), group, keys: 'i', run: into },
    { id: 'plan.open', label: say('keyOpen'), group, run: into }, // Enter itself belongs to whatever button one stands on
    { id: 'plan.move', label: say('keyMove'), group, keys: 'm', run: into },
    { id: 'plan.new', label: say('keyNew'), group, keys: 'n', run: into },
    { id: 'plan.lock', label: say('keyLock'), group, keys: 'l', run: into },
    { id: 'plan.remove', label: say('keyRemove'), group, run: into },
    { id: 'plan.copy', label: say('keyCopy'), group, keys: 'c', run: into },
    { id: 'plan.paste', label: say('keyPaste'), group, keys: 'v', run: into },
    { id: 'plan.undo', label: say('undo'), group, keys: 'u', run: into },
  ])
}
