import { allow } from '#access'
import type { Work } from '#base/work'
import { refuse } from '#base/work'
import { nothingToReckon, type Reckoning } from '../contract.ts'
import { streamsForecast } from '../groups/streams.ts'
import { lastReckoning, type ReckoningRow } from '../store/reckoning.ts'
import { askReckoning } from './ask.ts'

/** The one under way, or the last that ended. */
export async function shownReckoning(work: Work): Promise<Reckoning | null> {
  const last = await lastReckoning(work)
  return last ? shown(last) : null
}

export async function reckonAgain(work: Work): Promise<Reckoning> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  if ((await streamsForecast(work)).length === 0) throw refuse(nothingToReckon, {})
  await askReckoning(work)
  return shown((await lastReckoning(work))!)
}

const shown = ({ id, asked_at, began_at, ended_at, progress, failed }: ReckoningRow): Reckoning => ({
  id,
  asked_at: String(asked_at),
  began_at: began_at?.toString() ?? null,
  ended_at: ended_at?.toString() ?? null,
  progress,
  failed,
})
