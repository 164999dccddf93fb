// Who may not be offered an item: whoever declined it, for a while; whoever was excluded, for good. A few an item, in a list.
import { longerFloats, longerInts } from './columns.ts'
import type { Items } from './items.ts'
import { NONE } from './rules.ts'

export type Bars = { size: number; firstFree: number; agent: Int32Array; until: Float64Array; next: Int32Array }

export function newBars(size: number): Bars {
  const bars = { size, firstFree: 0, agent: new Int32Array(size), until: new Float64Array(size), next: new Int32Array(size) }
  linkFree(bars, 0)
  return bars
}

function linkFree(bars: Bars, from: number): void {
  for (let bar = from; bar < bars.size; bar++) bars.next[bar] = bar + 1 < bars.size ? bar + 1 : NONE
  bars.firstFree = from
}

function grow(bars: Bars): void {
  const before = bars.size
  bars.size = before * 2
  bars.agent = longerInts(bars.agent, bars.size)
  bars.until = longerFloats(bars.until, bars.size)
  bars.next = longerInts(bars.next, bars.size)
  linkFree(bars, before)
}

type Barring = { bars: Bars; items: Items }

/** Until `until` the agent is not offered this item; a longer bar stays. */
export function barAgent({ bars, items }: Barring, item: number, by: { agent: number; until: number }): void {
  for (let bar = items.bar[item]!; bar !== NONE; bar = bars.next[bar]!)
    if (bars.agent[bar] === by.agent) {
      bars.until[bar] = Math.max(bars.until[bar]!, by.until)
      return
    }
  if (bars.firstFree === NONE) grow(bars)
  const bar = bars.firstFree
  bars.firstFree = bars.next[bar]!
  bars.agent[bar] = by.agent
  bars.until[bar] = by.until
  bars.next[bar] = items.bar[item]!
  items.bar[item] = bar
}

export function isBarred({ bars, items }: Barring, item: number, agent: number): boolean {
  for (let bar = items.bar[item]!; bar !== NONE; bar = bars.next[bar]!) if (bars.agent[bar] === agent) return true
  return false
}

/** When the first of them ends; Infinity: none does. */
export function firstBarEnds({ bars, items }: Barring, item: number): number {
  let first = Infinity
  for (let bar = items.bar[item]!; bar !== NONE; bar = bars.next[bar]!) first = Math.min(first, bars.until[bar]!)
  return first
}

/** Those that have ended by `at` are taken away. */
export function dropBars({ bars, items }: Barring, item: number, at: number): void {
  let before = NONE
  for (let bar = items.bar[item]!; bar !== NONE;) {
    const next = bars.next[bar]!
    if (bars.until[bar]! > at) before = bar
    else {
      if (before === NONE) items.bar[item] = next
      else bars.next[before] = next
      bars.next[bar] = bars.firstFree
      bars.firstFree = bar
    }
    bar = next
  }
}

/** None is left: the item leaves. */
export const dropAllBars = (barring: Barring, item: number): void => dropBars(barring, item, Infinity)
