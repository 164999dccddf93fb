// What somebody may be offered: their skills and teams (kept by staff), and what routing needs besides. Part of the contract.
import { z } from 'zod'
import { endpoint, id } from '#base/contract'
import { queueKey } from './queue.ts'
import { workChannel } from './work-channels.ts'

const level = (least: number) => z.number().int().min(least).max(5)
export const spokenLanguage = () => z.string().regex(/^[a-z]{2,3}$/, 'a language code such as fr')

// What is kept here; the rest is of staff.
export const seatSettings = {
  languages: z.record(spokenLanguage(), level(1)).nullable(), // level by language; null: the one their desk is in
  degree: z.number().int().min(1).max(5), // the degree of support they give: 1 is the first line
  queues: z.record(queueKey(), level(0)), // by queue: 0 never, 1 to 5 the higher the rather; not named: 3, or not theirs where only the named serve
  most: z.partialRecord(workChannel(), z.number().int().min(0).max(50)), // at once, where it is not what the rules say; 0: never offered
  seat_units: z.number().int().min(1).max(10_000).nullable(), // likewise
}
export const abilityShape = z.object({
  person: id<'person'>(),
  name: z.string(),
  teams: z.array(z.string()),
  skills: z.record(z.string(), level(1)), // level by skill id
  ...seatSettings,
  speaks: z.record(z.string(), level(1)), // with what is so by default
  takes: z.boolean(), // their role lets them be offered work
  version: z.number().int(), // 0: nothing was set yet
})
export type Ability = z.infer<typeof abilityShape>
export type SeatSettings = Pick<Ability, 'languages' | 'degree' | 'queues' | 'most' | 'seat_units'>
export const usualSettings: SeatSettings = { languages: null, degree: 1, queues: {}, most: {}, seat_units: null }

export const putAbility = endpoint({
  method: 'PUT', path: '/api/v1/routing/abilities/:person', permission: 'routing.manage', summary: 'What somebody may be offered: languages, degree, queues, how many at once; what is not given stays',
  input: z.object({ person: id<'person'>(), version: z.coerce.number().int().min(0), ...z.object(seatSettings).partial().shape }),
  output: abilityShape,
}) // prettier-ignore
