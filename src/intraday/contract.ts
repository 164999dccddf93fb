// The window of intraday: the day as it goes. Adherence, the board, alerts, climate, moves.
import { alertBounds, exceptionOfOneself, exceptionsEnough, exceptionSpan } from './contract/adherence.ts'
import { dayGroupUnknown } from './contract/day.ts'
import {
  askOver, begunAlready, changedMeanwhile, menuNotDone, menuStale, moveDone, moveUndoneAlready, nothingApplied, optionUnknown, planCannot,
} from './contract/moves.ts' // prettier-ignore

export * from './contract/names.ts'
export * from './contract/adherence.ts'
export * from './contract/day.ts'
export * from './contract/moves.ts'

export const refusals = [
  exceptionSpan, exceptionOfOneself, exceptionsEnough, alertBounds, dayGroupUnknown, menuStale, menuNotDone, optionUnknown, moveDone, moveUndoneAlready, nothingApplied, askOver, begunAlready, changedMeanwhile, planCannot,
] // prettier-ignore
