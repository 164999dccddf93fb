import { useEffect, useRef, useState, type RefObject } from 'react'

/** How wide the place of a drawing is, whenever it changes. */
export function useWidth(): { place: RefObject<HTMLDivElement | null>; width: number } {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(800)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(280, Math.floor(entry?.contentRect.width ?? 800))))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { place, width }
}
