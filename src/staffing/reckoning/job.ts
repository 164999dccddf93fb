import { jobKind } from '#base/jobs'
import type { ReckoningId } from '../contract.ts'

// Waiting for a free thread counts as a try of the job; how often it was really begun is counted by its row.
export const reckon = jobKind<{ reckoning: ReckoningId }>('staffing.reckon', { tries: 10_000, most_rest_s: 30 })
