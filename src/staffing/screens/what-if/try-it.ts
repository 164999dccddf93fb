// What is tried, reckoned in the browser by the formulas the server uses. Pure.
import { agentsFor, defaultWithin, figureFor, figuresOf, modelOf } from '../../engine/index.ts'
import { erlangsOf, type Load, type StaffedFigures } from '../../contract.ts'
import type { Tried } from './address.ts'

export type Point = { people: number; figures: StaffedFigures; reached: number | null } // reached: what the target is about
export type Found = {
  people: number | null // null: no number is enough
  erlangs: number
  model: string
  within_s: number // what counts as in time in the figures
  points: Point[] // around the number, fewest first
}

const FEWER = 6
const MORE = 6
const MOST_ERLANGS = 3_000 // beyond, a browser would stand still while one types

/** null: too much for a browser, or for anybody (so many waiting that they cannot be listed). */
export function tryIt(tried: Tried): Found | null {
  const load = loadOf(tried)
  if (erlangsOf(load) > MOST_ERLANGS) return null
  try {
    return foundFor(load, tried)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function foundFor(load: Load, { target }: Tried): Found {
  const within_s = 'within_s' in target ? target.within_s : defaultWithin
  const people = agentsFor(load, target)
  const around =
    people === null || people === 0
      ? []
      : Array.from({ length: FEWER + MORE + 1 }, (_, i) => people - FEWER + i).filter((count) => count > 0)
  return {
    people,
    erlangs: erlangsOf(load),
    model: modelOf(load, people),
    within_s,
    points: around.map((count) => ({
      people: count,
      figures: figuresOf(load, count, within_s).figures,
      reached: figureFor(target, load, count),
    })),
  }
}

const loadOf = ({ calls, handling_s, patience_s, chats, lines }: Tried): Load => ({
  calls_per_hour: calls,
  handling_s,
  patience: patience_s ?? 'never',
  ...(chats.at_once > 1 && { chats }),
  ...(lines !== null && { lines }),
})
