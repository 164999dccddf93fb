// The face of somebody who has no photo: their initials on one of eight hues, always the same for the same person, as at the desk.
import { html, type Html } from './html.ts'

export type Pictured = { id: string; name: string; photo: string | null } // photo: an address of ours

export function face(
  { id, name, photo }: Pictured,
  { size = 'small', here = false }: { size?: 'small' | 'middle' | 'large'; here?: boolean } = {},
): Html {
  const dot = here && html`<i class="face-here"></i>`
  if (photo)
    return html`<span class="face" data-size="${size}" aria-hidden="true"><img src="${photo}" alt="" width="72" height="72">${dot}</span>`
  return html`<span class="face" data-size="${size}" data-hue="${hue(id)}" aria-hidden="true">${initials(name)}${dot}</span>`
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)) // prettier-ignore
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.match(/[\p{L}\p{N}]/u)?.[0] ?? '')
  return letters.join('').toLocaleUpperCase() || '?'
}

// FNV-1a, as the desk does it (ui/face.ts): one person, one hue on both sides of the counter.
function hue(stable: string): number {
  let hash = 0x811c9dc5
  for (const letter of stable) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 0) % 8) + 1
}
