// When to warn: before the level falls, once for each stretch, and neither at the first bad look nor back and forth. Two thresholds (hysteresis) and
// two looks in a row at each; after an alert has closed there is quiet for a while, and a day has a most.

export type Coming = { at: number; chance: number; level: number | null; missing: number } // an interval to come; chance: of falling below its target
export type Bounds = { opens_at: number; closes_at: number; ahead_ms: number; interval_ms: number }

/** The first stretch to come in which the level probably falls. `recovers_at` null: not before the end of what is known. */
export type Fall = { falls_at: number; recovers_at: number | null; level: number; chance: number; missing: number }

/** The first stretch that begins within the time looked ahead; it goes on until an interval is clearly good again. */
export function nextFall(coming: readonly Coming[], { opens_at, closes_at, ahead_ms }: Bounds, now: number): Fall | null {
  const first = coming.findIndex(({ at, chance }) => at <= now + ahead_ms && chance >= opens_at)
  if (first < 0) return null
  const rest = coming.slice(first)
  const length = rest.findIndex(({ chance }) => chance < closes_at)
  const stretch = length < 0 ? rest : rest.slice(0, length)
  const worst = stretch.reduce((worse, each) => ((each.level ?? 1) < (worse.level ?? 1) ? each : worse))
  return {
    falls_at: stretch[0]!.at,
    recovers_at: length < 0 ? null : rest[length]!.at,
    level: worst.level ?? 1,
    chance: Math.max(...stretch.map(({ chance }) => chance)),
    missing: Math.max(...stretch.map(({ missing }) => missing)),
  }
}

/** What is remembered of a group from look to look. */
export type Watch = { bad: number; good: number; opened: number; closed_at: number | null }
export const unwatched: Watch = { bad: 0, good: 0, opened: 0, closed_at: null }

export const LOOKS_IN_A_ROW = 2
export const QUIET_MS = 20 * 60_000
export const MOST_ALERTS_A_DAY = 8

export type Turn = { watch: Watch; act: 'open' | 'recovered' | 'passed' | null }
type Look = { fall: Fall | null; worst: number; open: { recovers_at: number | null } | null; now: number } // worst: greatest chance in the time looked ahead

/**
 * One look at a group. Pure: the same looks give the same alerts, whoever looks. Opens at the second bad look in a row, closes at the second good one,
 * keeps what is open while it is neither.
 */
export function turn(watch: Watch, { fall, worst, open, now }: Look, { closes_at }: Pick<Bounds, 'closes_at'>): Turn {
  const bad = fall ? watch.bad + 1 : 0
  const good = !fall && worst < closes_at ? watch.good + 1 : 0
  const next = { ...watch, bad, good }
  if (open) {
    if (good < LOOKS_IN_A_ROW) return { watch: next, act: null }
    const passed = open.recovers_at !== null && open.recovers_at <= now
    return { watch: { ...next, good: 0, closed_at: now }, act: passed ? 'passed' : 'recovered' }
  }
  const quiet = watch.closed_at !== null && now - watch.closed_at < QUIET_MS
  if (bad < LOOKS_IN_A_ROW || quiet || watch.opened >= MOST_ALERTS_A_DAY) return { watch: next, act: null }
  return { watch: { ...next, bad: 0, opened: watch.opened + 1 }, act: 'open' }
}
