// Files brought for answers that were never sent: after a week nobody comes back for them.
import { forgetFiles } from '#base/files'
import type { Work } from '#base/work'
import { deleteOldUploads } from './store/interaction.ts'

const KEPT_DAYS = 7

export async function forgetUploads(work: Work, most: number): Promise<number> {
  const gone = await deleteOldUploads(work, work.now.subtract({ hours: 24 * KEPT_DAYS }), most)
  return await forgetFiles(
    work,
    gone.map(({ file_id }) => file_id),
  )
}
