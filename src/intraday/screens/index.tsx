// The page of intraday, and one's own day for the page of one's shifts: each fetched when it is first shown.
import { lazyRouteComponent } from '@tanstack/react-router'

export const IntradayPage = lazyRouteComponent(() => import('./page.tsx'), 'IntradayPage')
export const MyAdherence = lazyRouteComponent(() => import('./mine/my-adherence.tsx'), 'MyAdherence')
