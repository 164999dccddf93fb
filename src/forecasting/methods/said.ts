// What the thread of the heavy method is asked, and what it says.
import type { HeavyTask } from '../engine/index.ts'

export type Asked = { number: number; task: HeavyTask }
export type Said = { number: number } & ({ told: Float64Array } | { failed: string })
