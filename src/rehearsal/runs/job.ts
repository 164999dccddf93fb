import { jobKind } from '#base/jobs'
import type { RunId } from '../contract.ts'

// Waiting for a free thread counts as a try of the job; how often a rehearsal was really begun is counted by its run.
export const rehearse = jobKind<{ run: RunId }>('rehearsal.rehearse', { tries: 10_000, most_rest_s: 30 })
