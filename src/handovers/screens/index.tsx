// The pages of hand-overs, and what stands on top of a case.
import { lazy } from 'react'
import { countCases, getCase, listCases } from '#cases/contract'
import { freshOn } from '#ui/live'
import {
  countBatons,
  countResting,
  getBaton,
  getCaseBaton,
  listBatons,
  listPortfolioItems,
  listPortfolios,
  listResting,
} from '../contract.ts'

export { PortfolioCard } from './portfolios.tsx'
export const HandOversPage = lazy(async () => ({ default: (await import('./offers-page.tsx')).HandOversPage }))
export const PortfolioPage = lazy(async () => ({ default: (await import('./portfolio-page.tsx')).PortfolioPage }))
export { BatonTop } from './baton-top.tsx'
export { BatonDialog } from './baton-dialog.tsx'

freshOn(
  ['case.hand_over_offered', 'case.hand_over_ended', 'hand_over.escalated', 'hand_over.brief_changed', 'hand_over.introduced', 'hand_over.introduction_skipped'],
  [listBatons, countBatons, getBaton, getCaseBaton, getCase, listCases, countCases],
) // prettier-ignore
freshOn(
  ['hand_over.portfolio_offered', 'hand_over.portfolio_ended', 'hand_over.portfolio_escalated'],
  [listPortfolios, listPortfolioItems, countBatons, listResting, countResting],
)
