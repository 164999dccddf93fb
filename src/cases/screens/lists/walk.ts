// The list one came from: on a case, "next" and "previous" go on through it. Kept for this window only.
let walked: readonly string[] = []

export const walkThrough = (ids: readonly string[]): void => void (walked = ids)

export function beside(id: string): { before: string | null; after: string | null; place: number; of: number } {
  const at = walked.indexOf(id)
  if (at < 0) return { before: null, after: null, place: 0, of: 0 }
  return { before: walked[at - 1] ?? null, after: walked[at + 1] ?? null, place: at + 1, of: walked.length }
}
