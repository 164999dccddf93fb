import type { Truncation } from './shapes.ts'

/** Every loop over what a stranger sent has a bound; what is left out is said in `truncated`, never passed over in silence. */
export const LIMITS = {
  header_bytes: 2 * 1024 * 1024,
  headers: 5_000,
  addresses: 20_000,
  references: 200,
  tags: 50,
  parts: 2_000,
  depth: 40,
  attachments: 1_000,
  text_characters: 4_000_000,
  html_characters: 8_000_000,
  recipients: 1_000,
} as const

export type Allowance = {
  parts: number
  /** Bytes that may still be searched for boundaries: each level of nesting searches its bytes again. */
  search_bytes: number
  truncated: Set<Truncation>
}

export function newAllowance(mail_bytes: number): Allowance {
  return { parts: LIMITS.parts, search_bytes: 50_000_000 + 8 * mail_bytes, truncated: new Set() }
}

export function cut<T>(list: T[], limit: number, onCut: () => void): T[] {
  if (list.length <= limit) return list
  onCut()
  return list.slice(0, limit)
}

export function cutText(text: string, limit: number, onCut: () => void): string {
  if (text.length <= limit) return text
  onCut()
  return text.slice(0, limit).toWellFormed()
}
