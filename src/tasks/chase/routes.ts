import { route } from '#base/http'
import { deleteChasePaused, getChase, getChasePlan, postChase, putChasePaused, putChasePlan } from '../contract.ts'
import { chaseNow, pauseChase, resumeChase } from './by-hand.ts'
import { changePlan, showPlan } from './plan.ts'
import { showChase } from './show.ts'

export const chaseRoutes = [
  route(getChasePlan, showPlan),
  route(putChasePlan, changePlan),
  route(getChase, showChase),
  route(postChase, chaseNow),
  route(putChasePaused, pauseChase),
  route(deleteChasePaused, resumeChase),
]
