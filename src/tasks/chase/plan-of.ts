// The plan of the chase: the house's own where it wrote one.
import type { Work } from '#base/work'
import type { ChasePlan } from '../contract.ts'
import { planOfTheHouse } from './rules/plan.ts'
import { findPlan } from './store/chase.ts'

export const planOf = async (work: Work): Promise<ChasePlan> => (await findPlan(work)) ?? planOfTheHouse
