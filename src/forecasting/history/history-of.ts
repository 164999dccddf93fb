// What came, as others see it.
import { allow } from '#access'
import type { Work } from '#base/work'
import type { History, Step } from '../contract.ts'
import { shownHistory } from '../rules/counts.ts'
import { refuseTooMany, wantedSpan } from '../wanted-span.ts'
import { findCounting } from '../store/counting.ts'
import { readCounts } from './read-counts.ts'
import { ofSeen } from '../whose.ts'

export type Asked = { from: string; to: string; streams?: readonly string[] | undefined; interval_min?: Step }

export async function historyOf(work: Work, { from, to, streams, interval_min = 15 }: Asked): Promise<History> {
  allow(work, 'workforce.read')
  const step = interval_min / 15
  const span = wantedSpan({ from, to, step })
  if (streams) refuseTooMany(streams.length, span)
  const read = await readCounts(work, span, streams ?? null)
  refuseTooMany(read.size, span)
  const counting = await findCounting(work)
  return {
    interval_min,
    counted_at: counting?.counted_at?.toString() ?? null,
    streams: (await ofSeen(work, [...read.values()])).map(({ stream, counts }) => shownHistory(stream, counts, step)),
  }
}
