import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deleteQueueHours, putQueueHours, type FloorQueue } from '../../contract.ts'
import { words } from './drawer-words.ts'
import { useHour } from './hour.ts'
import type { Seen } from './page.tsx'

const LENGTHS = ['30', '60', '120', '240', 'day'] as const

/** Opens or closes a queue for a while, whatever its hours say. */
export function Hours({ seen, queue }: { seen: Seen; queue: FloorQueue }) {
  const say = useWords(words)
  const hour = useHour()
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('60')
  const [because, setBecause] = useState('')
  const done = (text: string) => () => {
    toast({ tone: 'good', text })
    seen.again()
  }
  const set = useSend(putQueueHours, { onDone: done(say(queue.open ? 'closedNow' : 'openedNow')) })
  const back = useSend(deleteQueueHours, { onDone: done(say('backToHours')) })
  const until = () => (length === 'day' ? null : new Date(Date.now() + seen.floor.ahead_ms + Number(length) * 60_000).toISOString())
  return (
    <div className="floor-hours">
      <p>
        {say(queue.open ? 'isOpen' : 'isClosed')}
        {queue.turns_at && ` ${say('byHand', { hour: hour(queue.turns_at) })}`}
      </p>
      {!seen.roster.may.steer ? <p className="floor-nothing">{say('mayNot')}</p> : queue.turns_at ? (
        <Button icon="undo" busy={back.isPending} onPress={() => back.mutate({ queue: queue.id })}>
          {say('backToHoursDo')}
        </Button>
      ) : (
        <>
          <h3>{say(queue.open ? 'closeFor' : 'openFor')}</h3>
          {queue.open && <p className="floor-nothing">{say('closeHint')}</p>}
          <Select label={say('forHow')} options={LENGTHS.map((id) => ({ id, label: id === 'day' ? say('untilTonight') : say('minutes', { count: Number(id) }) }))} value={length} onChange={setLength} />
          <TextField label={say('because')} hint={say('becauseHint')} value={because} onChange={setBecause} />
          <Button tone={queue.open ? 'danger' : 'primary'} icon={queue.open ? 'lock' : 'door'} busy={set.isPending} onPress={() => set.mutate({ queue: queue.id, open: !queue.open, until: until(), because })}>
            {say(queue.open ? 'closeDo' : 'openDo')}
          </Button>
        </>
      )}
    </div>
  )
} // prettier-ignore
