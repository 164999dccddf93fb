// The steps of a procedure in an order in which each comes after those it waits for. Pure.
import type { Step } from '../contract.ts'

type Named = Pick<Step, 'key' | 'after'>

/** Null when two have the same key, one waits for what is not there, or they wait in a circle. Steps that wait for nothing keep their order. */
export function orderOfSteps<S extends Named>(steps: readonly S[]): S[] | null {
  const keys = new Set(steps.map(({ key }) => key))
  if (keys.size !== steps.length || steps.some(({ after }) => after.some((key) => !keys.has(key)))) return null
  const done = new Set<string>()
  const ordered: S[] = []
  while (ordered.length < steps.length) {
    const next = steps.find(({ key, after }) => !done.has(key) && after.every((before) => done.has(before)))
    if (!next) return null
    done.add(next.key)
    ordered.push(next)
  }
  return ordered
}
