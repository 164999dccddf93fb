import { useEffect, useState, useSyncExternalStore } from 'react'
import { heldNow, listenHeld, type Held } from './held.ts'

export const useHeld = (): Held => useSyncExternalStore(listenHeld, heldNow)

/** Whole seconds until an instant by the server's clock; 0 when it has come. Ticks at the second, also in a tab nobody sees (then when the browser lets it). */
export function useSecondsLeft(until: string | null, ahead_ms: number): number | null {
  const end = until === null ? null : Date.parse(until) - ahead_ms
  const [now, tick] = useState(Date.now)
  useEffect(() => {
    if (end === null || end <= now) return
    const timer = setTimeout(() => tick(Date.now()), (end - now) % 1000 || 1000)
    return () => clearTimeout(timer)
  }, [end, now])
  return end === null ? null : Math.max(0, Math.ceil((end - now) / 1000))
}
