// The pages of routing, each fetched when it is first opened; what stands over the desk, beside a case and in the seat menu.
import { lazyRouteComponent } from '@tanstack/react-router'

export { OfferDesk } from './agent/offer-desk.tsx' // fetched lazily by the desk: React takes no lazy piece inside another
export { seatWatch } from './agent/seat-watch.ts'
export const RoutingPanel = lazyRouteComponent(() => import('./agent/case-panel.tsx'), 'RoutingPanel')
export const RulesPage = lazyRouteComponent(() => import('./rules/page.tsx'), 'RulesPage')
export const FloorPage = lazyRouteComponent(() => import('./floor/page.tsx'), 'FloorPage')
export const TrialPage = lazyRouteComponent(() => import('./trial/page.tsx'), 'TrialPage')
export { routedWatch } from './floor/routed-watch.ts'
