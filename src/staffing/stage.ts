// The thread of this server in which needs are simulated: one at a time.
import { oneAtATime, type OneAtATime } from '#base/one-at-a-time'
import { reckon } from './reckoning/job.ts'
import { perform } from './reckoning/perform.ts'

export type Stage = OneAtATime
export const openStage = (): Stage => oneAtATime(reckon, { perform: (job, { opened }) => perform(job, opened), taken: 'another is reckoned first' }) // prettier-ignore
