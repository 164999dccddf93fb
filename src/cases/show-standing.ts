// How a case ended, and what is part of it, as everybody sees it.
import type { PersonId } from '#base/contract'
import type { Closure, Merged } from './contract.ts'
import { customerNamed, type Names } from './names.ts'
import type { closuresOf } from './store/closure.ts'
import type { mergedOf } from './store/merge.ts'

const whoIs = (names: Names, by: string): string => names.people.get(by as PersonId)?.name ?? by // a part of the house is named as it is

export const showClosure = (c: Awaited<ReturnType<typeof closuresOf>>[number], names: Names): Closure => ({
  id: c.id,
  at: c.at.toString(),
  by: whoIs(names, c.by),
  because: c.because,
  over: c.over ?? [],
  reopened_at: c.ended_at?.toString() ?? null,
})

export const showMerged = (m: Awaited<ReturnType<typeof mergedOf>>[number], names: Names): Merged => ({
  id: m.id,
  number: m.number,
  subject: m.subject,
  merge_id: m.merge_id,
  at: m.at.toString(),
  by: whoIs(names, m.by),
  because: m.because,
  customer: customerNamed(names, m.customer_id),
})
