// How fast each of several served at once goes on, as it is edited. Pure.
import type { Chats } from '../contract.ts'

export const mostAtOnce = 10

/** Speed of each of so many together, 1 alone; without speeds the time is shared evenly. */
export const speedOf = ({ speeds }: Chats, count: number): number =>
  speeds?.length ? (speeds[Math.min(count, speeds.length) - 1] ?? 1) : 1 / count

export const evenly = ({ at_once }: Chats): Chats => ({ at_once })

/** One more window makes nobody faster nor slower in all: what all together do stays that of the last speed that was said. */
export function withAtOnce(chats: Chats, at_once: number): Chats {
  const { speeds } = chats
  if (!speeds?.length) return { at_once }
  const last = speeds.length
  const all = speedOf(chats, last) * last
  return { at_once, speeds: Array.from({ length: at_once }, (_, place) => speeds[place] ?? all / (place + 1)) }
}

/** What was never said of more follows: all together do as much as these. */
export function withSpeed(chats: Chats, count: number, speed: number): Chats {
  const { at_once, speeds } = chats
  const after = (place: number): number => (speeds ? speedOf(chats, place) : (speed * count) / place)
  return {
    at_once,
    speeds: Array.from({ length: at_once }, (_, i) =>
      i + 1 === count ? speed : i + 1 < count ? speedOf(chats, i + 1) : after(i + 1),
    ),
  }
}
