// What we do when staff speaks.
import type { Worker } from '#base/jobs'
import { hear, reader, type Reader } from '#base/journal'
import { absencePlanned, personLeft } from '#staff/contract'
import { bidCloser } from './bids/bids.ts'
import { hearLeaving } from './day/leaver.ts'
import { hearAbsence } from './day/uncovered.ts'

export const readers: Reader[] = [reader('scheduling', [hear(absencePlanned, hearAbsence), hear(personLeft, hearLeaving)])]
export const workers: Worker[] = [bidCloser]
