// The pages of demo. The banner stands in the frame; the page behind it is fetched when it is first opened.
import { lazyRouteComponent } from '@tanstack/react-router'

export { DemoBanner } from './banner.tsx'
export const PlayPage = lazyRouteComponent(() => import('./play.tsx'), 'PlayPage')
