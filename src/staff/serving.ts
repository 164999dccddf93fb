// For rooms above that hand out work: everybody who serves now, by name, with their teams and how well they can do what.
import type { Work } from '#base/work'
import type { Language, PersonId, TeamId } from './contract.ts'
import { findServing } from './store/serving.ts'

export type Serving = {
  id: PersonId
  name: string
  language: Language
  teams: TeamId[] // they are in, or lead
  skills: Record<string, number> // level 1 to 5 by skill
}

/** @param most people; whoever comes after in the order of names is left out */
export const serving = async (work: Work, most: number): Promise<Serving[]> => await findServing(work, most)
