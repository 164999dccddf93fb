// What a move came to: the level of who came since it was applied, beside the level before; until it is undone or the time it was reckoned for is over.
import type { Work } from '#base/work'
import { dayMoveChanged } from '../contract.ts'
import type { DayNow } from '../board/day-now.ts'
import { sinceYesterday } from './evening.ts'
import { movesSince, recordMeasured, type MoveRow } from '../store/move.ts'

export async function measureMoves(work: Work, { read, groups }: DayNow): Promise<void> {
  for (const move of await movesSince(work, sinceYesterday(read))) {
    if (move.measured?.over) continue
    if (Temporal.Instant.compare(move.applied_at, read.day.from) < 0) {
      await close(work, move)
      continue
    }
    const group = groups.find((each) => each.group.group === move.group_key)
    if (group) await measure(work, move, group.day.so_far)
  }
}

// The floor counts a new day: yesterday's figures stand as they were last.
const close = (work: Work, { id, measured, counted: { kept, of } }: MoveRow): Promise<unknown> =>
  recordMeasured(work, id, {
    ...(measured ?? { at: String(work.now), of: 0, level: null, level_before: of > 0 ? kept / of : null }),
    over: true,
  })

async function measure(work: Work, move: MoveRow, so_far: { kept: number; of: number }): Promise<void> {
  const of = Math.max(0, so_far.of - move.counted.of)
  const over = move.undone_at !== null || Temporal.Instant.compare(work.now, Temporal.Instant.from(move.predicted.until)) >= 0
  await recordMeasured(work, move.id, {
    at: String(work.now),
    over,
    of,
    level: of > 0 ? Math.min(1, Math.max(0, (so_far.kept - move.counted.kept) / of)) : null,
    level_before: move.counted.of > 0 ? move.counted.kept / move.counted.of : null,
  })
  if (over) work.publish(dayMoveChanged, { move: move.id, group: move.group_key, how: 'measured' })
}
