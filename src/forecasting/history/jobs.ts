import { jobKind } from '#base/jobs'

export const countTimer = jobKind<object>('forecasting.count')
export const nightlyTimer = jobKind<object>('forecasting.nightly')
