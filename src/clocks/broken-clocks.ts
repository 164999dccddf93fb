// What should be impossible, looked at once more: a watched case without its timer.
import type { Work } from '#base/work'
import { countUntimed } from './store/watch.ts'

export async function brokenClocks(work: Work): Promise<string[]> {
  const { n } = await countUntimed(work)
  return n > 0 ? [`${n} watched cases without their timer`] : []
}
