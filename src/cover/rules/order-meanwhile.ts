// What happened while somebody was away, ordered by what needs them: promises that broke, customers who wait, promises to come, then the rest.
import { waitKinds, type Meanwhile } from '../contract.ts'

const rank = ({ waits }: Meanwhile): number => waitKinds.indexOf(waits)

/** Within a rank the longest wait first; where nobody waits, the latest first. Pure. */
export const inOrder = (all: readonly Meanwhile[]): Meanwhile[] =>
  all.toSorted((a, b) => rank(a) - rank(b) || (a.waits === 'none' ? lastOf(b) - lastOf(a) : sinceOf(a) - sinceOf(b)))

const sinceOf = ({ waits_since }: Meanwhile): number => (waits_since ? Date.parse(waits_since) : 0)
const lastOf = ({ last }: Meanwhile): number => (last ? Date.parse(last.at) : 0)
