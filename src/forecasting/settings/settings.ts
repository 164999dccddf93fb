import type { Work } from '#base/work'
import type { ForecastSettings } from '../contract.ts'
import { findSettings } from '../store/settings.ts'

// Six weeks ahead: schedules are posted two to four weeks before they begin. Two years of the past hold every holiday twice.
const usual: ForecastSettings = { nightly: true, nightly_minute: 180, days: 42, weeks: 104, publishes: true, version: 0 }

export const settingsOf = async (work: Work): Promise<ForecastSettings> => (await findSettings(work)) ?? usual
