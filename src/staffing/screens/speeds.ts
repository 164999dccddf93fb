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

export const withSpeed = (chats: Chats, count: number, speed: number): Chats => ({
  at_once: chats.at_once,
  speeds: Array.from({ length: chats.at_once }, (_, place) => (place + 1 === count ? speed : speedOf(chats, place + 1))),
})
