import { useEffect, useRef, type RefObject } from 'react'
import type { Case } from '../../contract.ts'

/**
 * The last message is what one came to read: it is brought to the top of the room when the case opens, and when a new one comes while
 * one reads the end. Who has scrolled up to read is left in peace.
 */
export function useLastWord({ id, conversations, notes }: Case): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null)
  useStaysAtEnd(room)
  const count = conversations.reduce((sum, { interactions }) => sum + interactions.length, 0) + notes.length
  const before = useRef<{ id: string; count: number } | null>(null)
  useEffect(() => {
    const place = room.current
    if (!place) return
    const opened = before.current?.id !== id
    const more = !opened && count > (before.current?.count ?? 0)
    before.current = { id, count }
    if (opened) showLast(place)
    else if (more && left(place, place.clientHeight) < 400) last(place)?.scrollIntoView({ block: 'end', behavior: 'smooth' })
  }, [id, count])
  return room
}

const last = (place: HTMLElement): Element | undefined => [...place.querySelectorAll('.ui-message, .cases-talk')].at(-1)
const left = ({ scrollHeight, scrollTop }: HTMLElement, height: number): number => scrollHeight - scrollTop - height

// A letter is read from its beginning; of a talk longer than the room one wants the end.
function showLast(place: HTMLElement): void {
  const message = last(place)
  if (message?.matches('.cases-talk') && message.clientHeight > place.clientHeight) place.scrollTop = place.scrollHeight
  else message?.scrollIntoView({ block: 'start', behavior: 'instant' })
}

// A room that becomes smaller (its head grows, a keyboard opens) keeps showing the end to whoever was at the end.
function useStaysAtEnd(room: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = room.current
    if (!place) return
    let height = place.clientHeight
    const watcher = new ResizeObserver(() => {
      const wasAtEnd = left(place, height) < 24
      height = place.clientHeight
      if (wasAtEnd) place.scrollTop = place.scrollHeight
    })
    watcher.observe(place)
    return () => watcher.disconnect()
  }, [room])
}
