// What has to be said of a series beside its forecast. Pure.
import type { Note, RaceRow } from '../contract/answer.ts'
import type { Ask } from '../contract/ask.ts'
import { gapsIn } from './gaps.ts'
import { knownOf } from './past.ts'
import type { Prepared } from './prepare.ts'
import { note } from './sentences.ts'

const RARE_PER_DAY = 2
const SHORT_DAYS = 28

type Missed = { missed: readonly RaceRow[]; why: string }

/** @param missed rows of methods that gave nothing, and why one of them failed */
export function notesOf(known: Prepared, { missed, why }: Missed, ask: Ask): Note[] {
  const { laid, seen, days, trials } = known
  const total = laid.past.days.reduce((sum, { counts }) => sum + knownOf(counts).total, 0)
  const gaps = gapsIn(seen, laid).length
  const failed = missed.find(({ state }) => state === 'failed')
  const slow = missed.find(({ state }) => state === 'too_slow')
  const perDay = total / Math.max(1, days)
  return [
    ...(total === 0 ? [note('all_zero', { days })] : []),
    ...(total > 0 && perDay < RARE_PER_DAY ? [note('intermittent', { per_day: Math.round(perDay * 100) / 100 })] : []),
    ...(trials.length === 0
      ? [note('no_backtest', { days })]
      : days < SHORT_DAYS && missed.some(({ state }) => state === 'too_short')
        ? [note('short_history', { days })]
        : []),
    ...(failed ? [note('method_failed', { method: failed.method, why })] : []),
    ...(slow ? [note('method_too_slow', { method: slow.method })] : []),
    ...unlearnt(known),
    ...(laid.set_aside > 0 && ask.set_aside.length > 0 ? [note('set_aside', { intervals: laid.set_aside })] : []),
    ...(gaps > 0 ? [note('gaps', { spans: gaps })] : []),
    ...(seen.presumed_closed > 0 ? [note('missing_days', { days: seen.presumed_closed })] : []),
  ]
}

// Events and open holidays ahead whose effect nobody said and nothing taught.
function unlearnt({ final }: Prepared): Note[] {
  const ahead = new Set(final.ahead.map(({ ordinal }) => ordinal))
  const names = new Map<string, 'event' | 'holiday'>()
  for (const { name, kind, stated, days } of final.known.occurrences) {
    if (stated !== null || (final.known.learnt.get(name)?.learnt_from ?? 0) > 0) continue
    if ([...days.keys()].some((ordinal) => ahead.has(ordinal))) names.set(name, kind)
  }
  return [...names].map(([name, kind]) => note(kind === 'event' ? 'event_effect_unknown' : 'holiday_unlearnt', { name }))
}
