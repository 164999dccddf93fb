// A range of intervals, chosen with the mouse, a finger or the keyboard. Pure.
export type Range = { first: number; last: number } // both within
export type Choosing = { cursor: number | null; anchor: number | null }

export const noChoice: Choosing = { cursor: null, anchor: null }

export const rangeOf = ({ cursor, anchor }: Choosing): Range | null =>
  cursor === null ? null : { first: Math.min(cursor, anchor ?? cursor), last: Math.max(cursor, anchor ?? cursor) }

/** Arrows walk, with Shift they widen; Page moves a day's worth, Home and End to the ends; Escape lets go. null: the key means nothing here. */
export function afterKey(
  { key, shift }: { key: string; shift: boolean },
  choosing: Choosing,
  { count, page }: { count: number; page: number },
): Choosing | null {
  if (key === 'Escape') return choosing.cursor === null ? null : noChoice
  const at = choosing.cursor ?? 0
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, PageUp: at - page, PageDown: at + page, Home: 0, End: count - 1 }[key]
  if (to === undefined || count === 0) return null
  const cursor = choosing.cursor === null && key.startsWith('Arrow') ? 0 : Math.min(count - 1, Math.max(0, to))
  return { cursor, anchor: shift ? (choosing.anchor ?? choosing.cursor ?? cursor) : null }
}
