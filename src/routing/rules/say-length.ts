// How long something lasts, said as a person would while somebody waits. Pure.
import type { Said } from './said.ts'

const NB = '\u00a0'

/** "45 s", "3 min", "1 h 05", "3 j" / "3 d"; never a second of a wait of minutes. Units are held to their number by a no-break space. */
export function sayLength(seconds: number): Said {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 90) return both(`${whole}${NB}s`)
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return both(`${minutes}${NB}min`)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours < 24) return both(`${hours}${NB}h${rest === 0 ? '' : `${NB}${String(rest).padStart(2, '0')}`}`)
  const days = Math.round(hours / 24)
  return { fr: `${days}${NB}j`, en: `${days}${NB}d` }
}

const both = (said: string): Said => ({ fr: said, en: said })
