// What our formulas say of a queue of the bench, in the order its oracle answers.
import { erlangA, erlangB, erlangC, fateWithin, limitedPlaces, answeredWithin, settle } from '#queueing/engine'
import { perSecond, type Point } from './erlang-grid.ts'

export function oursAt(point: Point): number[] {
  const { kind, servers, service_s, patience_s, places, within_s } = point
  const queue = { servers, service_s, arrivals_per_s: perSecond(point) }
  switch (kind) {
    case 1:
      return [erlangB(servers, queue.arrivals_per_s * service_s)]
    case 2: {
      const { occupancy, waits, mean_wait_s } = erlangC(queue)
      return [occupancy, waits, mean_wait_s, answeredWithin(queue, within_s)]
    }
    case 3: {
      const { occupancy, mean_wait_s, blocked } = limitedPlaces(queue, places)
      return [occupancy, mean_wait_s + service_s, blocked]
    }
    case 4: {
      const { occupancy, waits, gives_up, mean_wait_s } = erlangA({ ...queue, patience_s })
      return [occupancy, waits, gives_up, mean_wait_s]
    }
    case 5: {
      const { answered, gave_up } = fateWithin({ ...queue, patience_s }, within_s)
      return [answered, gave_up]
    }
    case 6: {
      const met = settle({ ...queue, slots: servers, endsPerS: (n) => n / service_s, patience_s, ...(places > 0 && { places }) })
      const answered_per_s = queue.arrivals_per_s * (1 - met.blocked) * met.answered
      return [
        met.waits,
        met.blocked,
        met.gives_up,
        (answered_per_s * service_s) / servers,
        met.answered_wait_s + met.given_up_wait_s,
      ]
    }
  }
}
