import { useState } from 'react'
import { Drawer } from '#ui/dialog'
import { Notice } from '#ui/layout'
import { Tabs } from '#ui/tabs'
import { useWords } from '#ui/words'
import { queueNeeds } from '../../rules/needs-a-look.ts'
import { Counted } from './counted.tsx'
import { Hours } from './hours.tsx'
import type { Seen } from './page.tsx'
import { PeopleOfQueue } from './people-of-queue.tsx'
import { useLook } from './queues.tsx'
import { WaitingList } from './waiting-list.tsx'
import { words } from './drawer-words.ts'
import './drawer.css'

type Opening = { seen: Seen; id: string; onClose: () => void; onPerson: (person: string) => void }

/** A queue opened: what waits and why, who can take it, how today was counted, and its hours for today. */
export function QueueDrawer({ seen, id, onClose, onPerson }: Opening) {
  const say = useWords(words)
  const lookOf = useLook()
  const [tab, setTab] = useState('waiting')
  const queue = seen.floor.queues.get(id)
  if (!queue) return null
  const look = queueNeeds(queue)
  const pages = [
    { id: 'waiting', label: say('waiting'), count: queue.waiting, content: <WaitingList seen={seen} queue={queue} /> },
    { id: 'people', label: say('people'), count: queue.people.here, content: <PeopleOfQueue seen={seen} queue={queue} onPerson={onPerson} /> },
    { id: 'counted', label: say('counted'), content: <Counted queue={queue} /> },
    { id: 'hours', label: say('hours'), content: <Hours seen={seen} queue={queue} /> },
  ] // prettier-ignore
  return (
    <Drawer open onClose={onClose} title={queue.name}>
      <div className="floor-drawer">
        {look && <Notice tone={look.weight === 'now' ? 'danger' : 'promise'}>{lookOf(queue, look)}</Notice>}
        <Tabs label={queue.name} pages={pages} chosen={tab} onChoose={setTab} />
      </div>
    </Drawer>
  )
}
