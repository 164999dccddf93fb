import { jobKind } from '#base/jobs'
import type { ForecastRunId } from '../contract.ts'

// Waiting for a free thread counts as a try of the job; how often a forecast was really begun is counted by its run.
export const forecastJob = jobKind<{ run: ForecastRunId }>('forecasting.forecast', { tries: 10_000, most_rest_s: 30 })
