// At the end of a thread one stays at its end; who reads further up is told how many came, and is not moved.
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { Line } from './lines.ts'

const NEAR_END = 120 // pixels
type Growing = { lines: readonly Line[]; more: string } // more: what else makes it longer, spelled
type Room = RefObject<HTMLDivElement | null>

export function useEnd(room: Room, { lines, more }: Growing) {
  const inward = lines.filter(({ from }) => from === 'visitor').length
  const [leftAt, setLeftAt] = useState<number | null>(null) // how much the visitor had said when one left the end; null: one is there
  const first = lines[0]?.id
  const before = useRef<{ first: string | undefined; height: number }>({ first: undefined, height: 0 })
  const grown = useEffectEvent(() => {
    const place = room.current
    if (!place) return
    const grewAbove = before.current.first !== undefined && before.current.first !== first
    if (grewAbove) place.scrollBy({ top: place.scrollHeight - before.current.height, behavior: 'instant' }) // what came before is put above what one reads
    else if (leftAt === null) toEnd(place)
    before.current = { first, height: place.scrollHeight }
  })
  useEffect(() => grown(), [lines, more])
  const look = useEffectEvent(() => {
    const place = room.current
    if (place) setLeftAt(isNearEnd(place) ? null : (leftAt ?? inward))
  })
  const shown = first !== undefined // the room stands once something was said
  useEffect(() => {
    const place = room.current
    if (!place) return
    const resized = new ResizeObserver(() => grown()) // it gets lower while one writes at length
    resized.observe(place)
    const scrolled = () => look()
    place.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      resized.disconnect()
      place.removeEventListener('scroll', scrolled)
    }
  }, [room, shown])
  const goToEnd = () => room.current && toEnd(room.current)
  return { atEnd: leftAt === null, below: leftAt === null ? 0 : Math.max(0, inward - leftAt), goToEnd }
}

const toEnd = (place: HTMLElement): void => place.scrollTo({ top: place.scrollHeight, behavior: 'instant' })
const isNearEnd = (place: HTMLElement): boolean => place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_END
