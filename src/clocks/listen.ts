// What we do when something happened: remember what it means for the clocks of its case, and work these out, many cases at once.
import * as customers from '#customers'
import { gatherer, reader, hear } from '#base/journal'
import type { EventKind } from '#base/contract'
import type { Work } from '#base/work'
import { entryPointChanged } from '#brands/contract'
import { calendarChanged } from '#calendars/contract'
import {
  caseClosed, caseEdited, caseMerged, caseOpened, caseReopened, caseUnmerged, messageCancelled, messageQueued, messageReceived, messageSettled,
  noteAdded, ownerChanged, type CaseId,
} from '#cases/contract' // prettier-ignore
import { promiseKept, promiseMade, promiseMoved } from '#commitments/contract'
import { customerChanged, customersJoined, customersParted, type CustomerId } from '#customers/contract'
import { caseProgressed } from './contract.ts'
import { remember } from './remember.ts'
import { reviewAll } from './review.ts'
import { anyContract } from './store/contract.ts'
import { workOut } from './work-out.ts'

type OfCase = { case_id: string }
const heard: readonly EventKind<OfCase>[] = [
  caseOpened, messageReceived, messageQueued, messageSettled, messageCancelled, caseClosed, caseReopened, caseEdited, ownerChanged, noteAdded,
  caseMerged, caseUnmerged, caseProgressed, promiseMade, promiseKept, promiseMoved,
] // prettier-ignore
const MOST_TOGETHER = 100

export const watching = gatherer<OfCase>('clocks.cases', heard, async (work, told, events) => {
  const touched = await remember(work, events)
  const merged = told.flatMap((each) => ('merged' in each && typeof each.merged === 'string' ? [each.merged as CaseId] : [])) // an event says a case
  const ids = [...new Set([...touched, ...merged])].toSorted()
  for (let from = 0; from < ids.length; from += MOST_TOGETHER)
    await workOut(work, ids.slice(from, from + MOST_TOGETHER), { marks: false })
})

// Whose contract holds for whom changes with who is who.
async function customerIsAnother(work: Work, of: readonly CustomerId[]): Promise<void> {
  if (!(await anyContract(work))) return
  const group = await Promise.all(of.map((id) => customers.group(work, id)))
  await reviewAll(work, [...new Set(group.flat())])
}

export const readers = [
  watching,
  reader('clocks.rules', [
    hear(calendarChanged, (work) => reviewAll(work)),
    hear(entryPointChanged, (work) => reviewAll(work)),
    hear(customerChanged, (work, { customer }) => customerIsAnother(work, [customer])),
    hear(customersJoined, (work, { a, b }) => customerIsAnother(work, [a, b])),
    hear(customersParted, (work, { a, b }) => customerIsAnother(work, [a, b])),
  ]),
]
