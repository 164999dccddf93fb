// What we do when staff speaks, and when a plan is taken back.
import type { Worker } from '#base/jobs'
import { hear, reader, type Reader } from '#base/journal'
import { absencePlanned, personLeft } from '#staff/contract'
import { bidCloser, hearUnpublished } from './bids/bids.ts'
import { planChanged } from './contract.ts'
import { hearLeaving } from './day/leaver.ts'
import { hearAbsence } from './day/uncovered.ts'
import { offerTeller } from './offers/tell.ts'
import { swapExpirer, swapOvertaker } from './swaps/expire.ts'

export const readers: Reader[] = [
  reader('scheduling', [hear(absencePlanned, hearAbsence), hear(personLeft, hearLeaving), hear(planChanged, hearUnpublished)]),
]
export const workers: Worker[] = [bidCloser, offerTeller, swapExpirer, swapOvertaker]
