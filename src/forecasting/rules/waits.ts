// How long people waited, from bins: a bin b begins at 2^(b/4) − 1 seconds. Ten thousand waits say no more than two thousand spread alike.

export type Waits = readonly (readonly [number, number, number])[] // [bin, answered, gave up]
export type Wait = { waited_s: number; gave_up: boolean }

const MOST = 2_000
const middleOf = (bin: number): number => 2 ** ((bin + 0.5) / 4) - 1

export function waitsOf(days: readonly Waits[]): Wait[] {
  const bins = new Map<number, { answered: number; gave_up: number }>()
  for (const [bin, answered, gave_up] of days.flat()) {
    const known = bins.get(bin) ?? { answered: 0, gave_up: 0 }
    bins.set(bin, { answered: known.answered + answered, gave_up: known.gave_up + gave_up })
  }
  const all = [...bins.values()].reduce((sum, { answered, gave_up }) => sum + answered + gave_up, 0)
  const share = Math.min(1, MOST / Math.max(1, all))
  const times = (n: number, wait: Wait): Wait[] =>
    Array.from({ length: n === 0 ? 0 : Math.max(1, Math.round(n * share)) }, () => wait)
  return [...bins].flatMap(([bin, { answered, gave_up }]) => [
    ...times(answered, { waited_s: middleOf(bin), gave_up: false }),
    ...times(gave_up, { waited_s: middleOf(bin), gave_up: true }),
  ])
}
