// Who was thanked for writing is remembered for a day; a little longer does no harm, for ever would.
import type { Work } from '#base/work'
import { deleteOldAcknowledgements } from './store/sent.ts'

export const forgetAcknowledgements = (work: Work, most: number): Promise<number> =>
  deleteOldAcknowledgements(work, work.now.subtract({ hours: 48 }), most)
