// The pages of demo, each fetched when it is first shown.
import { lazyRouteComponent } from '@tanstack/react-router'
import { Suspense } from 'react'

const Banner = lazyRouteComponent(() => import('./banner.tsx'), 'DemoBanner')
export const PlayPage = lazyRouteComponent(() => import('./play.tsx'), 'PlayPage')

export const DemoBanner = () => (
  <Suspense fallback={null}>
    <Banner />
  </Suspense>
)
