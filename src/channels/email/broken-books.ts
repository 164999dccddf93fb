import type { Work } from '#base/work'
import { countUnbalanced } from './store/receipt.ts'

// Received = filed + in the tray + on its way; and what is filed has an interaction.
export async function brokenBooks(work: Work): Promise<string[]> {
  const { lost } = await countUnbalanced(work)
  return lost > 0 ? [`${lost} receipts are neither filed, nor in the tray, nor on their way`] : []
}
