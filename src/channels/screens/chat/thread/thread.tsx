import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
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
import { lastPlace, lastSeen, linesOf, type Line } from './lines.ts'
import { Pending } from './pending.tsx'
import { useSeen } from './seen.ts'
import { chatDays, localDay } from './story.ts'
import { goBack, readOn, useThread } from './threads.ts'
import { words } from './thread-words.ts'

const NEAR_END = 120 // pixels

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
  const { atEnd, below, toEnd } = useEnd(room, { lines, pending: pending.length, typing: here.typing })
  useSeen({ chat, seq: lastPlace(lines), mine, atEnd })
  const [readBefore] = useState(chat.read_by_us)
  if (thread.state === 'failed' && thread.error)
    return <Failure error={thread.error} onRetry={() => readOn(chat.conversation_id)} />
  if (thread.state === 'reading') return <Skeleton lines={6} />
  const firstNew = mine ? lines.find(({ seq, from }) => from === 'visitor' && seq !== null && seq > readBefore)?.id : undefined
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
            <BreathSaid key={breath.key} breath={breath} name={name} seenId={seenId} firstNew={firstNew} caseId={chat.case_id} />
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
          <Button size="small" tone="primary" icon="down" onPress={toEnd}>
            {say('newBelow', { count: below })}
          </Button>
        </div>
      )}
    </div>
  )
}

type Growing = { lines: readonly Line[]; pending: number; typing: boolean }

// At the end one stays at the end; who reads further up is told how many came, and is not moved.
function useEnd(room: RefObject<HTMLDivElement | null>, { lines, pending, typing }: Growing) {
  const [atEnd, setAtEnd] = useState(true)
  const [seenCount, setSeenCount] = useState(0)
  const inward = lines.filter(({ from }) => from === 'visitor').length
  const first = lines[0]?.id
  const before = useRef<{ first: string | undefined; height: number }>({ first: undefined, height: 0 })
  useEffect(() => {
    const place = room.current
    if (!place) return
    const grewAbove = before.current.first !== undefined && before.current.first !== first
    if (grewAbove) place.scrollTop += place.scrollHeight - before.current.height // what came before is put above what one reads
    else if (atEnd) place.scrollTop = place.scrollHeight
    before.current = { first, height: place.scrollHeight }
    if (atEnd) setSeenCount(inward)
  }, [room, lines, pending, typing, atEnd, first, inward])
  useEffect(() => {
    const place = room.current
    if (!place) return
    const look = () => setAtEnd(place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_END)
    const grown = new ResizeObserver(() => atEnd && (place.scrollTop = place.scrollHeight)) // the room gets lower when one writes long
    grown.observe(place)
    place.addEventListener('scroll', look, { passive: true })
    return () => {
      grown.disconnect()
      place.removeEventListener('scroll', look)
    }
  }, [room, atEnd, first === undefined]) // eslint-disable-line -- the room appears with the first line
  const toEnd = () => {
    const place = room.current
    if (place) place.scrollTop = place.scrollHeight
    setAtEnd(true)
  }
  return { atEnd, below: atEnd ? 0 : Math.max(0, inward - seenCount), toEnd }
}
