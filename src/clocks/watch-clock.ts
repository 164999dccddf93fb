// The timer of a case: one row, the id of its watch.
import { jobKind } from '#base/jobs'
import type { CaseId } from '#cases/contract'

export const watchClock = jobKind<{ case_id: CaseId }>('clocks.watch')
