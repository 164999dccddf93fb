// The forecast in force, as others read it.
import { allow } from '#access'
import { givingWay } from '#base/give-way'
import type { Work } from '#base/work'
import type { Published, Step } from '../contract.ts'
import { fold, foldMean } from '../rules/fold.ts'
import { instantOf } from '../rules/quarters.ts'
import { refuseTooMany, wantedSpan } from '../wanted-span.ts'
import { latestPublication } from '../store/publication.ts'
import { figuresInForce, type InForce } from './figures.ts'
import { ofSeen } from '../whose.ts'

export type Asked = { from: string; to: string; streams?: readonly string[] | undefined; interval_min?: Step; whole?: boolean } // whole: for rooms above, which read all there is of a few weeks

export async function publishedForecast(
  work: Work,
  { from, to, streams, interval_min = 15, whole = false }: Asked,
): Promise<Published> {
  allow(work, 'workforce.read')
  const step = interval_min / 15
  const span = wantedSpan({ from, to, step })
  if (streams) refuseTooMany(streams.length, span)
  const found = await figuresInForce(work, { span, keys: streams ?? null })
  const seen = await ofSeen(work, [...found.values()])
  if (!whole) refuseTooMany(seen.length, span)
  const streamsShown: Published['streams'] = []
  const wayGiven = givingWay()
  for (const each of seen) {
    streamsShown.push(shown(each, step))
    await wayGiven()
  }
  return {
    interval_min,
    published_at: (await latestPublication(work))?.published_at.toString() ?? null,
    streams: streamsShown,
  }
}

function shown({ stream, figures, unadjusted, spread, adjusted_by }: InForce, step: number): Published['streams'][number] {
  const folded = fold(figures, spread ?? { day_cv: 0 }, step)
  return {
    stream,
    from: instantOf(figures.from).toString(),
    ...folded,
    unadjusted: adjusted_by.length > 0 ? foldMean(unadjusted, step) : folded.mean,
    patience_s: figures.patience_s,
    spread,
    adjusted_by: adjusted_by.map(({ id }) => id),
  }
}
