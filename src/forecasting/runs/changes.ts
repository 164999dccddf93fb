// What publishing a forecast would change: the sums of each day, what people adjusted included in both.
import { allow } from '#access'
import { refuse, type Work } from '#base/work'
import { runNotDone, runOver, type Changes, type ForecastRunId } from '../contract.ts'
import { sorterOf } from '../history/streams-of.ts'
import { figuresInForce, figuresOfRun, type InForce } from '../published/figures.ts'
import { instantOf, quarterAfter, quarterOf, type Span } from '../rules/quarters.ts'
import { latestPublication } from '../store/publication.ts'
import { shown } from './publish.ts'
import { needRun } from './show.ts'
import { ofSeen } from '../whose.ts'
import { streamKey } from '../contract/streams.ts'

export async function changes(work: Work, { id }: { id: ForecastRunId }): Promise<Changes> {
  allow(work, 'workforce.read')
  const run = await needRun(work, id)
  if (run.ended_as !== 'done') throw refuse(runNotDone, {})
  const span = { from: Math.max(quarterAfter(work.now), quarterOf(run.from_at)), to: quarterOf(run.to_at) }
  if (span.from >= span.to) throw refuse(runOver, {})
  const latest = await latestPublication(work)
  const [before, afterwards] = [
    await figuresInForce(work, { span, keys: null }),
    await figuresOfRun(work, { span, keys: null, run }),
  ]
  const sorter = await sorterOf(work)
  const dayAt = localDays(span, run.zone)
  const [current] = latest ? await shown(work, [latest]) : []
  return {
    run: id,
    from: instantOf(span.from).toString(),
    current: current ?? null,
    streams: (await ofSeen(work, [...afterwards.values()])).map((wanted) => {
      const by_day = compared(wanted, before.get(streamKey(wanted.stream)), dayAt)
      const both = by_day.filter((day) => day.before !== null)
      return {
        stream: wanted.stream,
        label: sorter.labelOf(wanted.stream.queue),
        before: both.length === 0 ? null : rounded(both.reduce((sum, day) => sum + (day.before ?? 0), 0)),
        afterwards: rounded((both.length === 0 ? by_day : both).reduce((sum, day) => sum + day.afterwards, 0)),
        by_day,
      }
    }),
  }
}

/** Of each quarter of an hour: once for all streams, which have the same. */
const localDays = ({ from, to }: Span, zone: string): string[] =>
  Array.from({ length: to - from }, (_, i) =>
    instantOf(from + i)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString(),
  )

type ByDay = Changes['streams'][number]['by_day']
function compared(wanted: InForce, known: InForce | undefined, dayAt: readonly string[]): ByDay {
  const days = new Map<string, { before: number; isKnown: boolean; afterwards: number }>()
  const { mean } = wanted.figures
  for (const [i, value] of mean.entries()) {
    const day = dayAt[i]!
    const sums = days.get(day) ?? { before: 0, isKnown: true, afterwards: 0 }
    const before = known?.figures.mean[i] ?? NaN
    if (!Number.isNaN(value)) {
      sums.afterwards += value
      if (Number.isNaN(before)) sums.isKnown = false
      else sums.before += before
    }
    days.set(day, sums)
  }
  return [...days].map(([day, { before, isKnown, afterwards }]) => ({
    day,
    before: isKnown ? rounded(before) : null,
    afterwards: rounded(afterwards),
  }))
}

const rounded = (value: number): number => Math.round(value * 10) / 10
