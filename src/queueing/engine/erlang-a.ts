// M/M/c+M, "Erlang A": people give up after an exponential patience; optionally with a bound on those who may be there (M/M/c/K+M).
import { offeredTo, type Queue } from './queue.ts'
import { settle, type Waiting } from './waiting-room.ts'
import { fatesWithin, type Fate } from './wait-times.ts'

export type ImpatientQueue = Queue & {
  patience_s: number // mean, > 0
  places?: number // those being served included; none: unbounded
}

export type ErlangA = {
  occupancy: number
  blocked: number // share of all contacts
  waits: number // share of those let in that does not find a free server
  gives_up: number // share of those let in
  mean_wait_s: number // of those let in, whether answered or not
  mean_wait_answered_s: number
  mean_wait_given_up_s: number
  mean_waiting: number
}

/**
 * The steady state of M/M/c+M; it settles however much is offered. Source: Palm (1946); Mandelbaum & Zeltyn, "Service engineering in
 * action: the Palm/Erlang-A queue" (2007).
 */
export function erlangA(queue: ImpatientQueue): ErlangA {
  const { blocked, waits, answered, gives_up, answered_wait_s, given_up_wait_s, mean_waiting } = settledQueue(queue)
  const answered_per_s = queue.arrivals_per_s * (1 - blocked) * answered
  return {
    occupancy: (answered_per_s * queue.service_s) / queue.servers,
    blocked,
    waits,
    gives_up,
    mean_wait_s: answered_wait_s + given_up_wait_s,
    mean_wait_answered_s: answered_wait_s / answered,
    mean_wait_given_up_s: gives_up === 0 ? 0 : given_up_wait_s / gives_up,
    mean_waiting,
  }
}

/** What has become of those let in `within_s` seconds after they came. */
export const fateWithin = (queue: ImpatientQueue, within_s: number): Fate => fatesWithin(settledQueue(queue), within_s)

function settledQueue(queue: ImpatientQueue): Waiting {
  offeredTo(queue)
  const { servers, arrivals_per_s, service_s, patience_s, places } = queue
  if (!(patience_s > 0)) throw new RangeError(`a patience of ${patience_s} s`)
  return settle({
    arrivals_per_s,
    slots: servers,
    endsPerS: (served) => served / service_s,
    patience_s,
    ...(places !== undefined && { places }),
  })
}
