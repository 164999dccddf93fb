// The tones of the chase, one after the other. Pure.
import { tones, type Tone } from '../../contract.ts'

/** What a press of the button takes: the tone after the last, and the last again where there is none after it (or nobody above). */
export function toneByHand(used: readonly Tone[], hasSuperior: boolean): Tone {
  const furthest = Math.max(-1, ...used.map((tone) => tones.indexOf(tone)))
  const next = tones[Math.min(furthest + 1, tones.length - 1)]! // within the list
  return next === 'manager' && !hasSuperior ? 'firm' : next
}

/** Puts the facts into a text of the plan; what it does not know stays out. */
export const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '').replace(/ {2,}/g, ' ')
