import type { Work } from '#base/work'
import { countStuckLetters } from './store/letter.ts'
import { countUnbalanced } from './store/receipt.ts'

// Received = filed + in the tray + on its way; what is filed is in a case or in a task. And no letter waits past its moment.
export async function brokenBooks(work: Work): Promise<string[]> {
  const [{ lost }, { stuck }] = await Promise.all([countUnbalanced(work), countStuckLetters(work)])
  return [
    ...(lost > 0 ? [`${lost} receipts are neither filed, nor in the tray, nor on their way`] : []),
    ...(stuck > 0 ? [`${stuck} letters should have left more than an hour ago and were never tried`] : []),
  ]
}
