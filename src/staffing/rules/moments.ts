// What the need of those who wait rests on, in one interval of a group, and all day. Pure.
import type { EffectiveAim, StreamLoad } from '../contract.ts'
import type { StaffKind } from '../contract/groups.ts'

/** One stream of people who wait, in one interval. */
export type Coming = {
  stream: string
  contacts_per_hour: number
  handling_s: number
  patience_s: number | null // null: never gives up
}
export type Waiting = Pick<EffectiveAim, 'stream' | 'channel' | 'targets' | 'chats' | 'lines' | 'fewest'>

/** A day of a group as it is reckoned: what is the same all day, then interval by interval. Its digest is what a kept need rests on. */
export type DayAsk = {
  waiting: Waiting[] // streams of those who wait
  kinds: StaffKind[]
  interval_min: number
  coming: { mean: Coming[]; p90: Coming[] }[]
}

// Per queue, when it is open; a queue that is not named always is. Whoever comes while it is closed is not staffed for.
export type Opens = ReadonlyMap<string, readonly boolean[]>

const isInstantLoad = ({ aim }: StreamLoad): boolean => !aim.deferred

export function dayAsk(
  { loads, opens, kinds }: { loads: readonly StreamLoad[]; opens: Opens; kinds: readonly StaffKind[] },
  { first, count }: { first: number; count: number },
  interval_min: number,
): DayAsk {
  const instant = loads.filter(isInstantLoad)
  const keys = new Set(instant.map(({ stream }) => stream))
  const places = Array.from({ length: count }, (_, i) => first + i)
  const per = (of: 'mean' | 'p90', i: number): Coming[] =>
    instant.flatMap(({ stream, queue, [of]: contacts, handling_s, patience_s }) =>
      contacts[i]! > 0 && (opens.get(queue)?.[i] ?? true) ? [{ stream, contacts_per_hour: (contacts[i]! * 60) / interval_min, handling_s: handling_s[i]!, patience_s }] : [],
    ) // prettier-ignore
  return {
    waiting: instant.map(({ aim: { stream, channel, targets, chats, lines, fewest } }) => ({ stream, channel, targets, chats, lines, fewest })), // prettier-ignore
    kinds: kinds.map(({ streams, people }) => ({ streams: streams.filter((key) => keys.has(key)), people })),
    interval_min,
    coming: places.map((i) => ({ mean: per('mean', i), p90: per('p90', i) })),
  }
}

/** What nobody forecasts to the hundredth: loads that differ less are the same, and reckoned once. */
export const rounded = (value: number): number => Number(value.toPrecision(3))

export const busyOf = ({ contacts_per_hour, handling_s }: Pick<Coming, 'contacts_per_hour' | 'handling_s'>): number =>
  (contacts_per_hour * handling_s) / 3_600
