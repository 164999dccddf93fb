// The two ears of the house on the journal: one for what somebody waits for, one for what nobody does.
import * as demo from '#demo'
import type { Speed } from '#demo/contract'
import { startSlowTail, startTail, type Tail } from '#base/journal'
import type { Open } from '#base/work'
import { readers, slowReaders } from './readers.ts'

export async function startTails(open: Open, speed: Speed | null, watch: Parameters<typeof startTail>[2]): Promise<Tail> {
  const heard = speed ? [...readers, demo.customersRead(speed), demo.colleaguesHear(speed)] : readers
  const tail = await startTail(open, heard, watch)
  const slow = await startSlowTail(open, slowReaders)
  return {
    lag: () => tail.lag() + slow.lag(),
    late_seconds: () => Math.max(tail.late_seconds(), slow.late_seconds()),
    settled: async () => {
      await Promise.all([tail.settled(), slow.settled()])
      await tail.settled() // an acknowledgement is a message to send
    },
    stop: async () => {
      await Promise.all([tail.stop(), slow.stop()])
    },
  }
}
