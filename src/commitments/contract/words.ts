// The closed lists of words of a promise.
import type { Id } from '#base/contract'

export type PromiseId = Id<'promise'>

// open: owed, and in time · broken: owed, and late · kept_late: done, after its moment · moved: another promise took its place
export const promiseStates = ['open', 'broken', 'kept', 'kept_late', 'moved', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

// What a promise counts as, once its moment is over: in the period of that moment. due: kept, kept late or broken.
export const outcomes = ['due', 'kept', 'kept_late', 'broken', 'moved', 'withdrawn'] as const
export type PromiseOutcome = (typeof outcomes)[number]
