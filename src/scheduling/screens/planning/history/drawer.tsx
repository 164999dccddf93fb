import { useState } from 'react'
import { Drawer } from '#ui/dialog'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import type { Plan } from '../../../contract/plans.ts'
import { Moves } from './moves.tsx'
import { Publications } from './publications.tsx'
import { historyWords } from './words.ts'
import './history.css'

export type HistoryTab = 'moves' | 'publications'

/** How the plan came to be what it is: what was changed in it, and what people were shown. */
export function HistoryDrawer({ plan, first = 'moves', onClose }: { plan: Plan; first?: HistoryTab; onClose: () => void }) {
  const say = useWords(historyWords)
  const [tab, setTab] = useState<string>(first)
  const pages = [
    { id: 'moves', label: say('moves'), content: <Moves plan={plan} /> },
    { id: 'publications', label: say('publications'), content: <Publications plan={plan} /> },
  ]
  return (
    <Drawer open onClose={onClose} title={say('title')}>
      <Tabs label={say('title')} pages={pages} chosen={tab} onChoose={setTab} />
    </Drawer>
  )
}
