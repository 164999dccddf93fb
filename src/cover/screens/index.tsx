// The pages of cover, and what stands below an absence.
import { lazy } from 'react'
import { freshOn } from '#ui/live'
import { getDeparture, getPlan, listCovered, listCovering, listDepartures, listHomecomings } from '../contract.ts'

export { CoverPlan } from './plan.tsx'
export const HomecomingPage = lazy(async () => ({ default: (await import('./homecoming.tsx')).HomecomingPage }))
export const DeparturesPage = lazy(async () => ({ default: (await import('./departures.tsx')).DeparturesPage }))
export const DeparturePage = lazy(async () => ({ default: (await import('./departure.tsx')).DeparturePage }))

freshOn(
  ['cover.approved', 'cover.chosen', 'staff.absence_planned', 'staff.absence_cancelled'],
  [getPlan, listCovered, listCovering],
)
freshOn(['cover.came_back'], [listHomecomings])
freshOn(
  ['cover.departure_begun', 'cover.departure_ended', 'hand_over.portfolio_offered', 'hand_over.portfolio_ended'],
  [listDepartures, getDeparture],
)
