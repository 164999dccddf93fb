import { jobKind } from '#base/jobs'
import type { OpenShiftId } from '../contract.ts'

/** When a shift that is offered closes. */
export const closing = jobKind<{ open_shift: OpenShiftId }>('scheduling.bids_close')
