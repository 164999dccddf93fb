import { useCallback, useState } from 'react'

/** How wide the room inside an element is, as it changes. */
export function useRoom(): { room: (node: HTMLElement | null) => void; width: number } {
  const [width, setWidth] = useState(0)
  const room = useCallback((node: HTMLElement | null) => {
    if (!node) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)))
    watch.observe(node)
    return () => watch.disconnect()
  }, [])
  return { room, width }
}
