// What we do when a lower room speaks, and our timed jobs.
import type { Worker } from '#base/jobs'
import type { Reader } from '#base/journal'
import { marks } from './people/hear-marks.ts'

export const readers: Reader[] = [marks]
export const workers: Worker[] = []
