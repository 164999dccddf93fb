// Which bands of rows exist: those in sight, one above and one below, and the one in which somebody stands.
import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { BAND } from './band.tsx'

type Seeing = {
  scroller: RefObject<HTMLElement | null>
  body: RefObject<HTMLElement | null>
  count: number
  high: number
  also: number
}

export function useBands({ scroller, count, high, also }: Seeing): readonly number[] {
  const [seen, setSeen] = useState({ first: 0, last: 2 })
  useEffect(() => {
    const node = scroller.current
    if (!node) return
    const look = (): void => {
      const first = Math.floor(node.scrollTop / (BAND * high)) - 1
      const last = Math.floor((node.scrollTop + node.clientHeight) / (BAND * high)) + 1
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }))
    }
    look()
    const watch = new ResizeObserver(look)
    watch.observe(node)
    node.addEventListener('scroll', look, { passive: true })
    const whole = (): void => flushSync(() => setSeen({ first: 0, last: Number.MAX_SAFE_INTEGER })) // paper does not scroll
    addEventListener('beforeprint', whole)
    addEventListener('afterprint', look)
    return () => {
      watch.disconnect()
      node.removeEventListener('scroll', look)
      removeEventListener('beforeprint', whole)
      removeEventListener('afterprint', look)
    }
  }, [scroller, high])
  const most = Math.ceil(count / BAND) - 1
  const [first, last] = [Math.max(0, seen.first), Math.min(most, seen.last)]
  const bands = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  const stands = Math.floor(also / BAND)
  return also >= 0 && !bands.includes(stands) ? [...bands, stands] : bands
}
