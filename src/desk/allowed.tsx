import type { RouteComponent } from '@tanstack/react-router'
import { RefusedPage } from './pages.tsx'
import type { Screen } from './rooms.tsx'
import { useMay } from './session.ts'

/** The page, for whoever may see it; also when that changes while it is open. */
export function allowed({ screen: Page, needs }: Screen): RouteComponent {
  if (!needs) return Page
  function Allowed() {
    return useMay()(needs) ? <Page /> : <RefusedPage />
  }
  return Object.assign(Allowed, Page.preload ? { preload: Page.preload } : {})
}
