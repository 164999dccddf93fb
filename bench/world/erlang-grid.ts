// The queues of the bench: from one person to a thousand, from an idle day to more than can be served, from one second of patience to a million.
const SERVICE_S = 180

// 1 Erlang B, 2 Erlang C, 3 with a bound on places, 4 the chain of Erlang A, 5 what becomes of people in time, 6 Erlang A and bounds of any size, state by state
export type Point = {
  kind: 1 | 2 | 3 | 4 | 5 | 6
  servers: number
  load: number
  service_s: number
  patience_s: number
  places: number
  within_s: number
}

export const perSecond = ({ servers, load, service_s }: Point): number => (servers * load) / service_s
export const rowOf = (point: Point): number[] => [
  point.kind,
  point.servers,
  perSecond(point),
  1 / point.service_s,
  1 / point.patience_s,
  point.places,
  point.within_s,
]

const SERVERS = [1, 2, 3, 5, 8, 13, 20, 35, 50, 80, 120, 200, 300, 500, 700, 1_000] as const
const LOADS = [0.05, 0.3, 0.6, 0.8, 0.9, 0.95, 0.99, 1, 1.05, 1.2, 1.5, 2] as const
const PATIENCE_S = [1, 10, 60, 180, 600, 3_600, 100_000, 1_000_000] as const
const usual = { service_s: SERVICE_S, patience_s: 1e6, places: 0, within_s: 20 }

export function closedGrid(): Point[] {
  return SERVERS.flatMap((servers) =>
    LOADS.flatMap((load): Point[] => [
      { ...usual, kind: 1, servers, load },
      ...(load < 1 ? [{ ...usual, kind: 2 as const, servers, load }] : []),
      ...(servers <= 120 ? [{ ...usual, kind: 3 as const, servers, load, places: servers + 10 }] : []),
    ]),
  )
}

// The peer solves a full matrix, so that only chains of a few hundred states can be asked of it; those are cut where the rest weighs nothing.
export function chainGrid(large: boolean): Point[] {
  const most = large ? 1_200 : 500
  return SERVERS.flatMap((servers) =>
    LOADS.flatMap((load) =>
      PATIENCE_S.flatMap((patience_s): Point[] => {
        const point = { ...usual, kind: 4 as const, servers, load, patience_s }
        const places = statesOf(point)
        if (places > most || (servers > 50 && !large && (load * 100) % 10 !== 0)) return []
        return [
          { ...point, places },
          ...(places <= 150 ? [5, 60].map((within_s) => ({ ...point, kind: 5 as const, places, within_s })) : []),
        ]
      }),
    ),
  )
}

/** Every size: thousands waiting too; the largest, half a million, only when asked for. */
export function exactGrid(large: boolean): Point[] {
  return SERVERS.flatMap((servers) =>
    LOADS.flatMap((load) =>
      PATIENCE_S.flatMap((patience_s): Point[] => {
        const point = { ...usual, kind: 6 as const, servers, load, patience_s }
        if (statesOf(point) > (large ? 1_000_000 : 8_000)) return []
        return [point, { ...point, places: servers + 7 }]
      }),
    ),
  )
}

function statesOf(point: Point): number {
  const waiting = Math.max(0, perSecond(point) - point.servers / point.service_s) * point.patience_s
  const spread =
    point.load < 1
      ? Math.min(45 / -Math.log(point.load), 14 * Math.sqrt(perSecond(point) * point.patience_s) + 40)
      : 14 * Math.sqrt(perSecond(point) * point.patience_s) + 40
  return Math.ceil(point.servers + waiting + spread)
}
