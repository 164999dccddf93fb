import { jobKind } from '#base/jobs'
import type { MenuId } from '../contract.ts'

// Waiting for the thread counts as a try of the job; how often a menu was really begun is counted by its row.
export const thinkJob = jobKind<{ menu: MenuId }>('intraday.think', { tries: 10_000, most_rest_s: 30 })
