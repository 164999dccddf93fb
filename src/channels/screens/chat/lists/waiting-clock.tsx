import { useEffect, useState } from 'react'
import { useWords } from '#ui/words'
import { words } from '../words.ts'
import { clock, duration } from './waited.ts'
import './marks.css'

const LONG_SECONDS = 120

/** How long somebody has been waiting: a clock that runs, amber at once, red when it is long. */
export function Waiting({ since }: { since: string }) {
  const say = useWords(words)
  const seconds = useSecondsSince(since)
  const shown = clock(seconds)
  return (
    <time
      className="chats-waits"
      data-long={seconds >= LONG_SECONDS || undefined}
      dateTime={duration(seconds)}
      title={say('waits', { time: shown })}
    >
      {shown}
    </time>
  )
}

// One timer for all the clocks on the page.
const ticks = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function useSecondsSince(since: string): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => setNow(Date.now())
    ticks.add(tick)
    timer ??= setInterval(() => ticks.forEach((each) => each()), 1_000)
    return () => {
      ticks.delete(tick)
      if (ticks.size > 0) return
      clearInterval(timer)
      timer = undefined
    }
  }, [])
  return Math.max(0, Math.floor((now - Date.parse(since)) / 1_000))
}
