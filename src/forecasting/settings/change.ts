import { allow, audit } from '#access'
import { stale } from '#base/refusal'
import { refuse, type Work } from '#base/work'
import { settingsChanged, type ForecastSettings } from '../contract.ts'
import { setNightly } from '../history/nightly-timer.ts'
import { wake } from '../history/wake.ts'
import { changeSettings, putSettings } from '../store/settings.ts'
import { settingsOf } from './settings.ts'

export async function showSettings(work: Work): Promise<ForecastSettings> {
  allow(work, 'workforce.read')
  return await settingsOf(work)
}

export async function change(work: Work, wanted: ForecastSettings): Promise<ForecastSettings> {
  allow(work, 'workforce.manage', { team: null, brand: null })
  const changed = wanted.version === 0 ? await putSettings(work, wanted) : await changeSettings(work, wanted)
  const current = await settingsOf(work)
  if (changed === 0) throw refuse(stale, { current, given_version: wanted.version, current_version: current.version })
  const { nightly } = await wake(work)
  await setNightly(work, nightly)
  await audit(work, 'forecasting.settings_changed', { details: { ...wanted } })
  work.publish(settingsChanged, { version: current.version })
  return current
}
