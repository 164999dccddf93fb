// What is tolerated, when alerts open and close, what load is high.
import { allow, audit } from '#access'
import { once } from '#base/once'
import { overtaken } from '#base/overtaken'
import { refuse, type Work } from '#base/work'
import { alertBounds, daySettingsChanged, type DaySettings } from '../contract.ts'
import { usualTolerance } from '../engine/index.ts'
import { findSettings, insertSettings, updateSettings } from '../store/settings.ts'

export const usualSettings: DaySettings = {
  tolerance: usualTolerance,
  streak_min: 120,
  occupancy_most: 0.88,
  alert_ahead_min: 120,
  alert_opens_at: 0.6,
  alert_closes_at: 0.35,
  version: 0,
}

export const settingsNow = (work: Work): Promise<DaySettings> =>
  once(work, 'intraday.settings', async () => {
    const found = await findSettings(work)
    return found ? { ...usualSettings, ...found.body, version: found.version } : usualSettings
  })

export async function showSettings(work: Work): Promise<DaySettings> {
  allow(work, 'workforce.read')
  return await settingsNow(work)
}

export async function changeSettings(work: Work, { version, ...body }: DaySettings): Promise<DaySettings> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  if (body.alert_closes_at >= body.alert_opens_at) throw refuse(alertBounds, {})
  const changed = version === 0 ? await insertSettings(work, body) : await updateSettings(work, { body, version })
  if (changed === 0) throw overtaken(await current(work), version)
  await audit(work, 'intraday.settings_changed', { details: body })
  work.publish(daySettingsChanged, { version: version + 1 })
  return { ...body, version: version + 1 }
}

const current = async (work: Work): Promise<DaySettings> => {
  const found = await findSettings(work)
  return found ? { ...usualSettings, ...found.body, version: found.version } : usualSettings
}
