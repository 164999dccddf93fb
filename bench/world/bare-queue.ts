// The floor of a rehearsal: the same M/M/c with the same numbers of chance and the same calendar, and nothing else. A free agent is a count, a
// queue is a ring of arrivals; nobody asks who should have it, and nothing is told of anybody.
import { newCalendar, put, take } from '../../src/rehearsal/engine/calendar.ts'
import { firstOf, newWords, stir } from '../../src/rehearsal/maths/random.ts'

const ARRIVES = 0
const ENDS = 1

/** Events per second of processor, an arrival and an end being two events. */
export function bareQueue({ servers, load, contacts }: { servers: number; load: number; contacts: number }): number {
  const mean = 100
  const calendar = newCalendar()
  const words = newWords()
  const ring = new Float64Array(1 << 16)
  let [free, first, last, came, waits] = [servers, 0, 0, 0, 0]
  const drawn = (index: number, purpose: number, scale: number): number => {
    stir(words, index, purpose, 7, 11)
    return -Math.log(1 - firstOf(words)) * scale
  }
  const gap = mean / (servers * load)
  put(calendar, drawn(0, 0, gap), ARRIVES, 0)
  const began = process.cpuUsage()
  while (take(calendar)) {
    const at = calendar.next[0]!
    if (calendar.nextWhat === ENDS) {
      if (first === last) free++
      else {
        waits += at - ring[first++ & 65_535]!
        put(calendar, at + drawn(first, 1, mean), ENDS, 0)
      }
      continue
    }
    came++
    if (free > 0) {
      free--
      put(calendar, at + drawn(came, 1, mean), ENDS, 0)
    } else ring[last++ & 65_535] = at
    if (came < contacts) put(calendar, at + drawn(came, 0, gap), ARRIVES, 0)
  }
  const { user, system } = process.cpuUsage(began)
  const seconds = (user + system) / 1e6
  if (!(waits >= 0)) throw new Error('the bare queue lost count')
  return (2 * contacts) / seconds
}
