import { jobKind } from '#base/jobs'
import type { PlanRunId } from '../contract.ts'

// Waiting for a free thread counts as a try of the job; how often a run was really begun is counted by its row.
export const optimise = jobKind<{ run: PlanRunId }>('scheduling.optimise', { tries: 10_000, most_rest_s: 30 })
