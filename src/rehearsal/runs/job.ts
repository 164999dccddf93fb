import { jobKind } from '#base/jobs'
import type { RunId } from '../contract.ts'

export const rehearse = jobKind<{ run: RunId }>('rehearsal.rehearse')
