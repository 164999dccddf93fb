import { freshOn } from '#ui/live'
import { getResult, getRun, listRuns } from '../contract.ts'

freshOn(['rehearsal.progressed', 'rehearsal.changed'], [getRun, listRuns])
freshOn(['rehearsal.changed'], [getResult])

export { RehearsalsPage } from './runs-page.tsx'
export { NewRehearsalPage } from './setup/page.tsx'
export { RehearsalPage } from './run-page.tsx'
