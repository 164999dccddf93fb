import { createContext, use } from 'react'
import { useLanguage } from '#ui/language'
import { clockLength } from './clock-length.ts'
import { useSecond } from './live-floor.ts'

/** How far the server's clock is before ours, in milliseconds. */
export const Ahead = createContext(0)

/** How long ago by the server's clock: "0:42", "12:05", "1 h 20". Only this moves, once a second. */
export function Since({ at }: { at: string }) {
  const ahead = use(Ahead)
  const second = useSecond()
  const spoken = useLanguage()
  return <time dateTime={at}>{clockLength((second * 1_000 + ahead - Date.parse(at)) / 1_000, spoken)}</time>
}
