import type { Work } from '#base/work'
import type { CaseId } from './contract.ts'
import { findCase } from './store/case.ts'

export const brandOf = async (work: Work, id: CaseId): Promise<string | null> => (await findCase(work, id))?.brand_id ?? null
