// A name always has the same face: its initials on one of eight hues. Pure, so that every screen and export agrees.

/** First letters of the first and last word ("Élise de la Tour" → "ÉT"), one letter for a single word, "?" for none. */
export function initials(name: string): string {
  const parts = name
    .trim()
    .split(/[\s\u00a0\u202f]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  return (
    [first, last]
      .map((part) => part?.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
      .join('')
      .toLocaleUpperCase() || '?'
  )
}

/** 1–8, from the FNV-1a hash of whatever does not change about the person (the id; the name when there is none). */
export function hue(stable: string): number {
  let hash = 0x811c9dc5
  for (const letter of stable) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 0) % 8) + 1
}
