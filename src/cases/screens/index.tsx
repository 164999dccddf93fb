// The pages of this room, each fetched when it is first opened, and how many cases wait for the reader.
import { lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'
import { useAsk } from '#ui/query'
import { countCases } from '../contract.ts'
import { keepFresh } from './fresh.ts'

export { readFilter } from './lists/filter.ts'
export { showComposerExtras, type ComposerExtra, type Written } from './composer/extras.ts'
export { putInReply } from './composer/put-in.ts'
export { showHandOverScreens, type HandOverScreens } from './case/hand-over-slot.ts'
export { askBeforeClosing, type ClosingCheck } from './case/before-closing.tsx'
export { showTellers, type Teller, type ToldByOther } from './case/told-by-others.tsx'
export { showPanelsOfCase, type PanelOfCase } from './panels.ts'

export const MyCasesPage = lazyRouteComponent(() => import('./lists/my-cases.tsx'), 'MyCasesPage')
export const AllCasesPage = lazyRouteComponent(() => import('./lists/all-cases.tsx'), 'AllCasesPage')
export const SearchPage = lazyRouteComponent(() => import('./lists/all-cases.tsx'), 'SearchPage')
export const MentionsPage = lazyRouteComponent(() => import('./lists/mentions.tsx'), 'MentionsPage')
export const CasePage = lazyRouteComponent(() => import('./case/page.tsx'), 'CasePage')

/** What stands beside a case, for a room above that shows a case in a page of its own. */
export const CaseSide = lazy(async () => ({ default: (await import('./case/side.tsx')).Side }))

keepFresh()

/** Who waits for me: not yet opened, waiting for an answer, a hand-over, or a note that names me. */
export function useWaiting(): number | undefined {
  const { data } = useAsk(countCases, {})
  return data && data.new + data.waiting_for_us + data.hand_overs + data.mentions
}
