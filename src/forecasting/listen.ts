// What we do when something happened below, and by the clock.
import { caseClosed, messageQueued, messageReceived } from '#cases/contract'
import { chatLeft, chatOpened, chatOver, chatServed } from '#channels/contract'
import { itemArrived, itemEnded, itemTaken } from '#routing/contract'
import { taskAnswered, taskBegun, taskCancelled, taskDeclined, taskTaken } from '#tasks/contract'
import type { EventKind } from '#base/contract'
import type { Worker } from '#base/jobs'
import { gatherer, type Reader } from '#base/journal'
import { historyWanted } from './contract.ts'
import { sleeps } from './history/asleep.ts'
import { counter } from './history/count.ts'
import { hearArrivals } from './history/hear.ts'
import { nightly } from './history/nightly.ts'

const kinds = [
  historyWanted, messageReceived, messageQueued, caseClosed, chatOpened, chatServed, chatLeft, chatOver, taskBegun, taskTaken, taskAnswered, taskDeclined, taskCancelled,
  itemArrived, itemTaken, itemEnded,
] as readonly EventKind<unknown>[] // prettier-ignore

export const readers: Reader[] = []
// Nobody waits for it.
export const slowReaders: Reader[] = [{ ...gatherer<unknown>('forecasting.history', kinds, hearArrivals), sleeps }]
export const workers: Worker[] = [counter, nightly]
