// Where forecasts are made: one forecast of this server at a time, in two threads where there are cores for them.
import { oneAtATime, type OneAtATime } from '#base/one-at-a-time'
import { forecastJob } from './job.ts'
import { perform } from './perform.ts'

export type Stage = OneAtATime
export const openStage = (): Stage => oneAtATime(forecastJob, { perform, taken: 'others are forecast first' })
