// Who would stand where in an interval, were some people more or fewer there. A shift held over the grid changes few intervals from one step to the next, and
// comes back to where it was: what was counted once is not counted again.
import type { Standing } from '../../../rules/standing.ts'

type There = { kinds: readonly (readonly number[])[]; needs: readonly (readonly number[])[]; stand: Standing } // people by kind, need by group, an interval a number
export type More = { kind: number; by: number }
export type TriedLevels = (at: number, more: readonly More[]) => Float64Array // people by group

const MOST_KEPT = 10_000

export function triedLevels({ kinds, needs, stand }: There): TriedLevels {
  const known = new Map<string, Float64Array>()
  return (at, more) => {
    const asked = `${at}${more.map(({ kind, by }) => ` ${kind}:${by}`).join('')}`
    const found = known.get(asked)
    if (found) return found
    const here = kinds.map((people) => people[at] ?? 0)
    for (const { kind, by } of more) here[kind]! += by
    const levels = stand(here, needs.map((wanted) => wanted[at] ?? 0)) // prettier-ignore
    if (known.size >= MOST_KEPT) known.clear()
    known.set(asked, levels)
    return levels
  }
}
