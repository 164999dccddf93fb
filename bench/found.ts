// Finding by words: the measurement that stands beside (search.ts), told as one line for each goal.
import type { Measure } from './figures.ts'
import { percentile } from './figures.ts'
import { benchSearch } from './search.ts'

export const search: Measure = {
  name: 'search',
  title: 'search',
  run: async ({ large }) => {
    const documents = large ? 1_000_000 : 100_000
    const { figures, written } = await benchSearch({ documents })
    const typed = figures.filter(({ kind }) => !kind.startsWith('put'))
    const worst = typed.toSorted((a, b) => b.p95_ms - a.p95_ms)[0]!
    return [
      {
        what: 'the slowest kind of question, p95',
        value: worst.p95_ms,
        unit: 'ms',
        goal: { most: 80 },
        peer: null,
        note: `${worst.kind}; ${documents / 1_000} k letters`,
      },
      {
        what: 'the median kind of question, p95',
        value: percentile(
          typed.map((each) => each.p95_ms),
          0.5,
        ),
        unit: 'ms',
        goal: { most: 80 },
        peer: null,
        note: `${typed.length} kinds`,
      },
      { what: 'one message made findable, p95', value: written.p95_ms, unit: 'ms' },
    ]
  },
}
