// What the triggers of this room make impossible, looked at once more: one that was dropped by hand, or a restored dump, shows here.
import type { Work } from '#base/work'
import { countAbandoned } from './store/passing.ts'

export async function brokenPromises(work: Work): Promise<string[]> {
  const { contacts, deputies } = await countAbandoned(work)
  return [
    ...(contacts > 0 ? [`${contacts} points of contact are held by somebody who has left`] : []),
    ...(deputies > 0 ? [`${deputies} deputies of points of contact have left`] : []),
  ]
}
