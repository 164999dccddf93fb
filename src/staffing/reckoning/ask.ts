// What takes simulation is asked for. Whoever asks while one waits already asks for nothing new.
import { newId } from '#base/id'
import { later } from '#base/jobs'
import type { Work } from '#base/work'
import { insertReckoning } from '../store/reckoning.ts'
import { reckon } from './job.ts'

const SOON_SECONDS = 2 // ten changes in a row are reckoned once

export async function askReckoning(work: Work): Promise<void> {
  const id = newId<'reckoning'>(work.now)
  if ((await insertReckoning(work, id)) === 0) return
  await later(work, reckon, { payload: { reckoning: id }, line: 'staffing', at: work.now.add({ seconds: SOON_SECONDS }) })
}
