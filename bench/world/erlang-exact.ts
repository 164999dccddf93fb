// The same queues, every state of them, in whole numbers of 192 bits.
import { exactQueue } from '../../src/queueing/engine/exact-queue.ts'
import { perSecond, type Point } from './erlang-grid.ts'

export const exactRows = (points: readonly Point[]): number[][] =>
  points.map((point) => {
    const { servers, service_s, patience_s, places } = point
    const exact = exactQueue({ servers, arrivals_per_s: perSecond(point), service_s, patience_s, ...(places > 0 && { places }) })
    return [exact.waits, exact.blocked, exact.gives_up, exact.occupancy, exact.mean_wait_s]
  })
