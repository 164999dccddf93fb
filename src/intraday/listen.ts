// What we do when a lower room speaks, and our timed jobs.
import { hear, reader, type Reader } from '#base/journal'
import type { Worker } from '#base/jobs'
import { forecastAdjusted, forecastPublished } from '#forecasting/contract'
import { shiftsPublished } from '#scheduling/contract'
import { follow, looker } from './alerts/look.ts'
import { marks } from './people/hear-marks.ts'

// What is forecast or planned is followed from then on.
const planned = reader('intraday.follow', [
  hear(forecastPublished, (work) => follow(work)),
  hear(forecastAdjusted, (work) => follow(work)),
  hear(shiftsPublished, (work) => follow(work)),
])

export const readers: Reader[] = [marks, planned]
export const workers: Worker[] = [looker]
