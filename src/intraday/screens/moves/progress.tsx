import { useEffect, useState } from 'react'
import { useWords } from '#ui/words'
import { usePercent } from '../shown.ts'
import { words } from '../words.ts'

export function Progress({ share }: { share: number }) {
  const say = useWords(words)
  const percent = usePercent()
  const stalled = useStalled(share)
  const said = stalled ? say('thinkingSoon') : say('thinking', { share: percent(share) })
  return (
    <div className="intraday-progress" role="status">
      <progress value={share} max={1} aria-label={said} />
      <span>{said}</span>
    </div>
  )
}

const STALLED_MS = 8_000
// Another is worked out first, or the server that had it is gone: within a minute somebody takes it up again.
function useStalled(share: number): boolean {
  const [stalled, setStalled] = useState<number | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setStalled(share), STALLED_MS)
    return () => clearTimeout(timer)
  }, [share])
  return stalled === share
}
