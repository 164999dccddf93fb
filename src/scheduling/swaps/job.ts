import { jobKind } from '#base/jobs'
import type { SwapId } from '../contract.ts'

/** When an offer nobody took, or an answer nobody gave, is too late. */
export const expiring = jobKind<{ swap: SwapId }>('scheduling.swap_expires')
/** When shifts of open swaps have changed. */
export const overtaking = jobKind<{ swaps: SwapId[] }>('scheduling.swaps_overtaken')
