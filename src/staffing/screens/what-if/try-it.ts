// What is tried, reckoned in the browser by the formulas the server uses. Pure.
import { agentsFor, figuresOf, modelOf } from '../../engine/index.ts'
import { erlangsOf, type Load, type StaffedFigures, type Target } from '../../contract.ts'
import type { Tried } from './address.ts'

export type Point = { people: number; figures: StaffedFigures }
export type Found = { people: number | null; erlangs: number; model: string; points: Point[] } // points: around the number, fewest first

const FEWER = 6
const MORE = 6
const MOST_ERLANGS = 3_000 // beyond, a browser would stand still while one types

export function tryIt(tried: Tried): Found | null {
  const load = loadOf(tried)
  if (erlangsOf(load) > MOST_ERLANGS) return null
  const target: Target = { formula: 'answered_within_of_offered', share: tried.share, within_s: tried.within_s }
  const people = agentsFor(load, target)
  const around =
    people === null || people === 0
      ? []
      : Array.from({ length: FEWER + MORE + 1 }, (_, i) => people - FEWER + i).filter((count) => count > 0)
  return {
    people,
    erlangs: erlangsOf(load),
    model: modelOf(load, people),
    points: around.map((count) => ({ people: count, figures: figuresOf(load, count, tried.within_s).figures })),
  }
}

const loadOf = ({ calls, handling_s, patience_s, at_once }: Tried): Load => ({
  calls_per_hour: calls,
  handling_s,
  patience: patience_s ?? 'never',
  ...(at_once > 1 && { chats: { at_once } }),
})
