import type { StaffAsk } from '../contract/staff-ask.ts'
import type { SkillInterval } from '../contract/staff-report.ts'

export function skillIntervals(
  _ask: StaffAsk,
  _momentOf: (i: number) => { interval: number; at: string | null },
  _progress: (share: number) => void,
): SkillInterval[] {
  return []
}
