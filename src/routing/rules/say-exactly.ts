// A length as a rule says it: exactly, in the fewest words. Pure.
import type { Said } from './said.ts'

const NB = '\u00a0'
const units: readonly { of_s: number; fr: string; en: string }[] = [
  { of_s: 86_400, fr: 'j', en: 'd' },
  { of_s: 3_600, fr: 'h', en: 'h' },
  { of_s: 60, fr: 'min', en: 'min' },
  { of_s: 1, fr: 's', en: 's' },
]

/** "90 s", "2 min 30 s", "1 h 30 min", "2 j" / "2 d": every second is said. Below two minutes in seconds, below two days in hours. */
export function sayExactly(seconds: number): Said {
  let left = Math.max(0, Math.round(seconds))
  const said = { fr: [] as string[], en: [] as string[] }
  for (const { of_s, fr, en } of units) {
    const most = of_s === 60 ? 120 : of_s === 86_400 ? 172_800 : of_s
    if (said.fr.length === 0 && left < most && of_s > 1) continue
    const count = Math.floor(left / of_s)
    left -= count * of_s
    if (count === 0 && !(of_s === 1 && said.fr.length === 0)) continue
    said.fr.push(`${count}${NB}${fr}`)
    said.en.push(`${count}${NB}${en}`)
  }
  return { fr: said.fr.join(NB), en: said.en.join(NB) }
}
