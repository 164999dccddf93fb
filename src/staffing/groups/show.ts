import * as forecasting from '#forecasting'
import { allow } from '#access'
import { system, type Work } from '#base/work'
import type { Group } from '../contract.ts'
import { groupsOf } from './form.ts'
import { streamsForecast } from './streams.ts'

export async function showGroups(work: Work): Promise<{ groups: Group[] }> {
  allow(work, 'workforce.read')
  const house = { ...work, actor: system('staffing') }
  const sees = await forecasting.queuesSeen(work)
  const groups = (await groupsOf(house, await streamsForecast(house))).filter(({ queues }) =>
    queues.every(({ key }) => sees(key)),
  )
  return { groups: groups.map(({ members: _members, sites: _sites, ...group }) => group) }
}
