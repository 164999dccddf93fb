// For rooms above: also those that were taken away.
import type { Work } from '#base/work'
import type { ViewId } from './contract.ts'
import { viewsEver, type ViewRow } from './store/view.ts'

export const viewsById = (work: Work, ids: readonly ViewId[]): Promise<ViewRow[]> => viewsEver(work, ids)
