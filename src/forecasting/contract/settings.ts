// How the house forecasts by itself.
import { z } from 'zod'
import { endpoint, rowVersion } from '#base/contract'

export const settingsShape = z.object({
  nightly: z.boolean(), // forecast every night, once somebody has published a first time
  nightly_minute: z.number().int(), // of the day, on the clock of the centre
  days: z.number().int(), // so far ahead
  weeks: z.number().int(), // learns from so much of the past, at most
  publishes: z.boolean(), // and publishes by itself
  version: z.number().int(), // 0: nobody has changed them
})
export type ForecastSettings = z.infer<typeof settingsShape>

const path = '/api/v1/forecasts/settings'
export const getForecastSettings = endpoint({
  method: 'GET', path, permission: 'workforce.read', summary: 'How forecasts are made by themselves', input: z.object({}), output: settingsShape,
}) // prettier-ignore
export const putForecastSettings = endpoint({
  method: 'PUT', path, permission: 'workforce.manage', summary: 'Change how forecasts are made by themselves',
  input: z.object({
    version: rowVersion(),
    nightly: z.boolean(),
    nightly_minute: z.number().int().min(0).max(1_439),
    days: z.number().int().min(7).max(120),
    weeks: z.number().int().min(4).max(110),
    publishes: z.boolean(),
  }),
  output: settingsShape,
}) // prettier-ignore
