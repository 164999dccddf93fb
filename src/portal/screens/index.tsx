// What this room shows beside a case.
import { freshOn } from '#ui/live'
import { listPageLinks } from '../contract.ts'

export { PagePanel } from './panel.tsx'

freshOn(['portal.link_made', 'portal.link_revoked', 'portal.deed_done'], [listPageLinks])
