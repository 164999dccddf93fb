// What we do when a lower room speaks, and our timed jobs.
import type { EventKind } from '#base/contract'
import { gatherer, type Reader } from '#base/journal'
import type { Worker } from '#base/jobs'
import { forecastAdjusted, forecastPublished } from '#forecasting/contract'
import { shiftsPublished } from '#scheduling/contract'
import { follow, looker } from './alerts/look.ts'
import { marks } from './people/hear-marks.ts'

// What is forecast or planned is followed from then on: once, also when a plan of hundreds is published, which is news of each of them.
const kinds = [forecastPublished, forecastAdjusted, shiftsPublished] as readonly EventKind<unknown>[] // what they say is not looked at
const planned = gatherer<unknown>('intraday.follow', kinds, (work) => follow(work))

export const readers: Reader[] = [marks, planned]
export const workers: Worker[] = [looker]
