import { allow } from '#access'
import { route, type Route } from '#base/http'
import type { Seal } from '#base/seal'
import type { Open } from '#base/work'
import { can } from '#access'
import { deleteDemonstration, getDemonstration, getLetters, getWebDoors, postLetter } from './contract.ts'
import { needDemonstration, readLetters, writeLetter } from './play.ts'
import { webDoorsFor } from './web-doors-for.ts'
import { findHouse, removeAll } from './store.ts'

export const routes = (means: { open: Open; smtpPort: number; seal: Seal }): Route[] => [
  route(getDemonstration, async (work) => {
    const is = (await findHouse(work)) !== undefined
    return { is, removable: is && can(work.actor, 'tenant.manage') }
  }),
  route(getLetters, readLetters),
  route(postLetter, writeLetter(means)),
  route(getWebDoors, webDoorsFor(means)),
  route(deleteDemonstration, async (work) => {
    allow(work, 'tenant.manage')
    await needDemonstration(work)
    return await removeAll(work)
  }),
]
