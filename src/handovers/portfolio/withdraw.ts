// All that still waits in an offer is taken back, to the end: for rooms above, which asked who may.
import type { Work } from '#base/work'
import type { PortfolioId } from '../contract.ts'
import { answerWhole } from './answer.ts'
import { passSome } from './pass-on.ts'

export async function withdrawPortfolio(work: Work, id: PortfolioId, because: string): Promise<void> {
  await answerWhole(work, id, { as: 'withdrawn', because })
  while (!(await passSome(work, id))); // each round settles what it took up
}
