// What set-ups show: their page, and the question asked at first start.
import { lazyRouteComponent } from '@tanstack/react-router'
import { freshOn } from '#ui/live'
import { getChosen, getPlan, listSetups } from '../contract.ts'

export const SetupPage = lazyRouteComponent(() => import('./page.tsx'), 'SetupPage')
export { FirstChoice } from './first-choice.tsx'

freshOn(['setup.chosen'], [getChosen, getPlan, listSetups])
