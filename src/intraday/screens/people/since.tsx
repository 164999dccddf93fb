import { useEffect, useRef } from 'react'

// One clock for all counters of the page: each writes its own text, and nothing else is drawn again.
const counters = new Map<HTMLElement, number>()
let ticking: ReturnType<typeof setInterval> | undefined

function watch(element: HTMLElement, since: number): () => void {
  counters.set(element, since)
  write(element, since)
  ticking ??= setInterval(() => {
    for (const [each, from] of counters) write(each, from)
  }, 1_000)
  return () => {
    counters.delete(element)
    if (counters.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function write(element: HTMLElement, since: number): void {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / 1_000))
  const two = (number: number): string => String(number).padStart(2, '0')
  element.textContent =
    seconds < 3_600
      ? `${Math.floor(seconds / 60)}\u00a0min\u00a0${two(seconds % 60)}`
      : `${Math.floor(seconds / 3_600)}\u00a0h\u00a0${two(Math.floor((seconds % 3_600) / 60))}`
}

/** How long ago, a second at a time. */
export function Since({ at }: { at: string }) {
  const element = useRef<HTMLTimeElement>(null)
  useEffect(() => (element.current ? watch(element.current, Date.parse(at)) : undefined), [at])
  return <time ref={element} dateTime={at} className="intraday-since" />
}
