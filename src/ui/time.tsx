import { useSyncExternalStore } from 'react'
import { words } from './floor-words.ts'
import { day, exact, hour, relative, size } from './instant.ts'
import { useLanguage } from './language.ts'
import { localeOf } from './locale.ts'
import { useWords } from './words.ts'

type Shown = 'relative' | 'hour' | 'day' | 'exact'

/** An instant, said as asked; the exact one is in the tooltip. Relative ones move by themselves. */
export function Time({ at, as = 'relative', zone }: { at: string; as?: Shown; zone?: string }) {
  const spoken = useLanguage()
  const now = useNow()
  const say = useWords(words)
  const saying = { now, spoken, ...(zone ? { zone } : {}) }
  const shown = {
    relative: () => relative(at, saying) ?? say('now'),
    hour: () => hour(at, saying),
    day: () => day(at, saying),
    exact: () => exact(at, saying),
  }
  return (
    <time dateTime={at} title={exact(at, saying)}>
      {shown[as]()}
    </time>
  )
}

export function Amount({ value, ...shape }: { value: number } & Intl.NumberFormatOptions) {
  return <>{new Intl.NumberFormat(localeOf(useLanguage()), shape).format(value)}</>
}

export function FileSize({ bytes }: { bytes: number }) {
  return <>{size(bytes, useLanguage())}</>
}

// One clock for the whole page, ticking every 20 s while somebody looks at a time.
const watchers = new Set<() => void>()
let moment = Date.now()
let ticking: ReturnType<typeof setInterval> | undefined

/** Milliseconds since 1970, refreshed every 20 s. */
export const useNow = (): number => useSyncExternalStore(watch, () => moment)

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  ticking ??= setInterval(tick, 20_000)
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function tick(): void {
  moment = Date.now()
  for (const watcher of watchers) watcher()
}
