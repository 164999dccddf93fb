// The pages of this room, and what it shows beside a case.
import { lazy } from 'react'
import { freshOn } from '#ui/live'
import {
  countQuiet,
  getCaseClocks,
  getClockFigures,
  listClocks,
  listContracts,
  listPolicies,
  listSilent,
  listStagnant,
} from '../contract.ts'

export { ClocksPanel } from './panel.tsx'
export const QuietPage = lazy(async () => ({ default: (await import('./quiet/page.tsx')).QuietPage }))
export const LevelsPage = lazy(async () => ({ default: (await import('./levels/page.tsx')).LevelsPage }))

freshOn(
  [
    'clock.started', 'clock.paused', 'clock.resumed', 'clock.met', 'clock.warned', 'clock.breached', 'clock.silent', 'clock.stagnant', 'clock.escalated',
    'clock.taken', 'clock.holding_sent', 'message.queued', 'message.received', 'message.settled', 'message.cancelled', 'case.closed', 'case.reopened', 'case.edited',
  ],
  [getCaseClocks, listSilent, listStagnant, countQuiet, listClocks],
) // prettier-ignore
freshOn(['clock.policies_changed', 'clock.contract_changed'], [listPolicies, listContracts, getCaseClocks, getClockFigures])
