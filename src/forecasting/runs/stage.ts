// Where forecasts are made: one thread of this server at a time.
import { oneAtATime, type OneAtATime } from '#base/one-at-a-time'
import { forecastJob } from './job.ts'
import { perform } from './perform.ts'

export type Stage = OneAtATime
export const openStage = (): Stage => oneAtATime(forecastJob, { perform, taken: 'others are forecast first' })
