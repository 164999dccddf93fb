// How lively the customers are. Seconds between two letters out of the blue, and until an answer to ours.
import type { Speed } from '../contract.ts'

type Pace = {
  letters_seconds: readonly [least: number, most: number]
  answers_seconds: readonly [least: number, most: number]
  haste: number
}
export const paces: Record<Speed, Pace> = {
  slow: { letters_seconds: [70, 120], answers_seconds: [40, 120], haste: 1.3 },
  normal: { letters_seconds: [22, 45], answers_seconds: [12, 35], haste: 0.8 },
  fast: { letters_seconds: [3, 6], answers_seconds: [2, 6], haste: 0.25 },
}
