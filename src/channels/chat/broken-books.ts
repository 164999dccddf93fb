import type { Work } from '#base/work'
import { countBrokenPlaces, countUnplaced } from './store/message.ts'

// Every conversation's places are 1, 2, 3 … without a gap; and what came over a widget has its place.
export async function brokenChats(work: Work): Promise<string[]> {
  const [{ broken }, { unplaced }] = await Promise.all([countBrokenPlaces(work), countUnplaced(work)])
  return [
    ...(broken > 0 ? [`${broken} chats have gaps between their messages`] : []),
    ...(unplaced > 0 ? [`${unplaced} messages of chats have no place in their conversation`] : []),
  ]
}
