import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Skeleton } from '#ui/loading'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { OpenChat } from '../../../contract.ts'
import { useHere } from '../here.ts'
import { Dots } from '../lists/dots.tsx'
import { shown, useParcels } from '../writing/outbox.ts'
import { BreathSaid } from './breath.tsx'
import { useEnd } from './end.ts'
import { firstNew, lastPlace, lastSeen, linesOf } from './lines.ts'
import { Pending } from './pending.tsx'
import { useSeen } from './seen.ts'
import { chatDays, localDay } from './story.ts'
import { goBack, readOn, useThread } from './threads.ts'
import { words } from './thread-words.ts'

/** What was said, oldest first, standing at its end until somebody scrolls up to read. */
export function ThreadOf({ chat, name, mine }: { chat: OpenChat; name: string; mine: boolean }) {
  const say = useWords(words)
  const of = { conversation: chat.conversation_id, case_id: chat.case_id }
  const thread = useThread(of)
  const parcels = useParcels(chat.conversation_id)
  const lines = useMemo(() => linesOf(thread.read, chat.places), [thread.read, chat.places])
  const room = useRef<HTMLDivElement>(null)
  const here = useHere(chat.conversation_id, chat.online)
  useEffect(() => shown(new Set(lines.map(({ id }) => id))), [lines])
  const pending = parcels.filter(({ interaction }) => interaction === null || !lines.some(({ id }) => id === interaction))
  const { atEnd, below, goToEnd } = useEnd(room, { lines, more: `${pending.length} ${here.typing}` })
  useSeen({ chat, seq: lastPlace(lines), mine, atEnd })
  const [readBefore] = useState(chat.read_by_us)
  if (thread.state === 'failed' && thread.error)
    return <Failure error={thread.error} onRetry={() => readOn(chat.conversation_id)} />
  if (thread.state === 'reading') return <Skeleton lines={6} />
  const newId = mine ? firstNew(lines, readBefore) : null
  const seenId = lastSeen(lines, chat.read_by_visitor)
  return (
    <div className="chats-thread" ref={room} tabIndex={0} role="log" aria-label={say('thread')}>
      {thread.earlier !== null && (
        <Button size="small" tone="quiet" icon="up" busy={thread.goingBack} onPress={() => void goBack(of)}>
          {say('older')}
        </Button>
      )}
      {chatDays(lines, localDay).map((day) => (
        <section key={day.day} className="chats-day">
          <p className="chats-day-mark">
            <Time at={day.at} as="day" />
          </p>
          {day.breaths.map((breath) => (
            <BreathSaid key={breath.key} breath={breath} name={name} seenId={seenId} firstNew={newId} caseId={chat.case_id} />
          ))}
        </section>
      ))}
      <Pending parcels={pending} />
      {here.typing && (
        <p className="chats-typing">
          <Dots /> {say('typing', { name })}
        </p>
      )}
      {below > 0 && (
        <div className="chats-below">
          <Button size="small" tone="primary" icon="down" onPress={goToEnd}>
            {say('newBelow', { count: below })}
          </Button>
        </div>
      )}
    </div>
  )
}
