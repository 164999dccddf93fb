// How much somebody carries this minute, in one figure to look at. Pure. What has gone wrong weighs more than what is to be done.
import type { Counts, Heat } from '../contract/team.ts'

const POINTS: Readonly<Partial<Record<keyof Counts, number>>> = {
  promises_late: 4, deadlines_late: 4, unhappy: 3, silent: 2, tasks_late: 2, promises_today: 1, deadlines_today: 1, hand_overs: 1, new: 0.5, waiting_for_us: 0.25,
} // prettier-ignore
const BOUNDS = [
  ['hot', 16],
  ['busy', 8],
  ['steady', 2],
] as const

export const pointsOf = (counts: Counts): number =>
  Object.entries(POINTS).reduce((sum, [name, weight]) => sum + counts[name as keyof Counts] * weight, 0) // names of POINTS are names of counts

export const heatOf = (points: number): Heat => BOUNDS.find(([, least]) => points >= least)?.[0] ?? 'quiet'

export const formula = {
  id: 'team.heat.1',
  fr: 'Points : promesse ou délai en retard 4, client mécontent 3, client sans nouvelles ou tâche en retard 2, promesse, délai ou passation du jour 1, dossier nouveau 0,5, dossier qui attend une réponse 0,25. Dès 2 points : régulier ; 8 : chargé ; 16 : brûlant.',
  en: 'Points: a late promise or deadline 4, an unhappy customer 3, a silent customer or a late task 2, a promise, deadline or hand-over of today 1, a new case 0.5, a case that waits for an answer 0.25. From 2 points: steady; 8: busy; 16: hot.',
}
