// Shrinkage as it really was: shown as a suggestion, never taken by itself.
import * as routing from '#routing'
import * as staff from '#staff'
import { system, type Work } from '#base/work'
import type { LearntPart } from '../contract.ts'
import { awayShare } from '../rules/away-share.ts'

const LOOKS_BACK_DAYS = 56
const ENOUGH_PEOPLE = 5 // of fewer, one illness says nothing of the next months

export async function learntShrinkage(asker: Work): Promise<LearntPart[]> {
  const work = { ...asker, actor: system('staffing') } // shares of all together; nothing of anybody leaves this room
  const span = { starts_at: work.now.subtract({ hours: 24 * LOOKS_BACK_DAYS }), ends_at: work.now }
  const people = (await routing.peopleOfRouting(work)).map(({ id }) => id)
  const away = (await staff.absencesBetween(work, span)).filter(({ person }) => people.includes(person))
  if (people.length === 0) return []
  return [{ kind: 'leave', share: awayShare(away, { ...span, people: people.length }), from_days: LOOKS_BACK_DAYS, people: people.length, enough: people.length >= ENOUGH_PEOPLE }] // prettier-ignore
}
