// Coverage as whoever asks may see it: of the people, those they lead; of the queues, those whose work they may read about.
import * as forecasting from '#forecasting'
import type { PersonId } from '#base/contract'
import type { Work } from '#base/work'
import type { PlanCoverage, PlanId } from '../contract.ts'
import { theirPeople } from '../whose.ts'
import { showCoverage } from './coverage.ts'

type Asked = { id: PlanId; from?: string | undefined; days: number }
export async function coverageFor(work: Work, asked: Asked): Promise<PlanCoverage> {
  const whole = await showCoverage(work, asked)
  const [theirs, sees] = [await theirPeople(work), await forecasting.queuesSeen(work)]
  const isSeen = whole.groups.every(({ group }) => group.split('+').every((part) => sees(part.split('|')[0]!)))
  if (theirs === null && isSeen) return whole
  const kind_of = Object.fromEntries(Object.entries(kindsIn(whole)).filter(([id]) => theirs?.has(id as PersonId) ?? true)) // ids of staff
  const seen = isSeen ? { kind_of } : { groups: [], beside: [], kinds: [], kind_of: {} }
  return { ...whole, ...seen }
}

const kindsIn = (told: object): Record<string, number> => ('kind_of' in told ? (told.kind_of as Record<string, number>) : {}) // as the contract has it
