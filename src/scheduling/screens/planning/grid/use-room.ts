import { useCallback, useState } from 'react'

/** How wide the room is that one was given, as it changes. */
export function useRoom(): { room: (node: HTMLElement | null) => void; width: number } {
  const [width, setWidth] = useState(0)
  const room = useCallback((node: HTMLElement | null) => {
    if (!node) return
    const read = (): void => setWidth(node.clientWidth)
    read()
    const watch = new ResizeObserver(read)
    watch.observe(node)
    return () => watch.disconnect()
  }, [])
  return { room, width }
}
