// What is tried stands in the address, so that it can be sent to somebody. Pure.
import type { Why } from '../map/why.ts'

export type Tried = {
  calls: number // an hour
  handling_s: number
  patience_s: number | null // null: never gives up
  at_once: number
  share: number
  within_s: number
  shrinkage: number
}
export const usualTry: Tried = {
  calls: 120,
  handling_s: 240,
  patience_s: 180,
  at_once: 1,
  share: 0.8,
  within_s: 20,
  shrinkage: 0.25,
}

const number = (text: unknown, { usual, least, most }: { usual: number; least: number; most: number }): number => {
  const value = Number(text)
  return text !== undefined && text !== '' && Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual
}

export function triedOf(search: Record<string, unknown>): Tried {
  return {
    calls: number(search['calls'], { usual: usualTry.calls, least: 0, most: 100_000 }),
    handling_s: number(search['handling'], { usual: usualTry.handling_s, least: 1, most: 86_400 }),
    patience_s:
      search['patience'] === 'never'
        ? null
        : number(search['patience'], { usual: usualTry.patience_s ?? 180, least: 1, most: 86_400 }),
    at_once: Math.round(number(search['at_once'], { usual: 1, least: 1, most: 10 })),
    share: number(search['share'], { usual: usualTry.share, least: 0.01, most: 0.999 }),
    within_s: number(search['within'], { usual: usualTry.within_s, least: 0, most: 86_400 }),
    shrinkage: number(search['shrinkage'], { usual: usualTry.shrinkage, least: 0, most: 0.9 }),
  }
}

export const searchOf = ({
  calls,
  handling_s,
  patience_s,
  at_once,
  share,
  within_s,
  shrinkage,
}: Tried): Record<string, string | number> => ({
  tab: 'what-if',
  calls,
  handling: handling_s,
  patience: patience_s ?? 'never',
  at_once,
  share,
  within: within_s,
  shrinkage,
})

/** What happens in one interval, to be tried otherwise. */
export function whatIfAddress({ streams, level }: Why, interval_min: number, shrinkage: number): string {
  const [only] = streams
  if (!only) return '/desk/staffing?tab=what-if'
  const search = searchOf({
    calls: Math.round((only.contacts * 60 * 10) / interval_min) / 10,
    handling_s: Math.round(only.handling_s),
    patience_s: only.load.patience_s,
    at_once: only.load.aim.chats?.at_once ?? 1,
    share: level?.share ?? usualTry.share,
    within_s: level?.within_s ?? usualTry.within_s,
    shrinkage: Math.round(shrinkage * 1_000) / 1_000,
  })
  return `/desk/staffing?${String(new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])))}`
}
