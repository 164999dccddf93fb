// How this house plans.
import { allow } from '#access'
import { overtaken } from '#base/overtaken'
import { once } from '#base/once'
import type { Work } from '#base/work'
import { planningRulesChanged, planningSettingsShape, type PlanningSettings } from '../contract.ts'
import { findSettings, putSettings } from '../store/terms.ts'
import { everywhere } from '../whose.ts'

type Kept = PlanningSettings & { version: number }

/** For our own verbs: nobody's permission is asked. */
export const settingsNow = (work: Work): Promise<Kept> =>
  once(work, 'scheduling.settings', async () => {
    const kept = await findSettings(work)
    return { ...planningSettingsShape.parse(kept?.document ?? {}), version: kept?.version ?? 0 }
  })

export async function showSettings(work: Work): Promise<Kept> {
  allow(work, 'workforce.read')
  return await settingsNow(work)
}

type Wish = { version: number } & { [Name in keyof PlanningSettings]?: PlanningSettings[Name] | undefined }
export async function changeSettings(work: Work, { version, ...wish }: Wish): Promise<Kept> {
  allow(work, 'workforce.manage', everywhere)
  const { version: current, ...before } = await settingsNow(work)
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
  const document = planningSettingsShape.parse({ ...before, ...given })
  if ((await putSettings(work, document, version)) === 0) throw overtaken({ ...before, version: current }, version)
  work.publish(planningRulesChanged, { what: 'settings' })
  return { ...document, version: version + 1 }
}
