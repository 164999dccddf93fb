// What every part of the furnishing needs: the database under a clock of its own, the house, and the tools for mail of the past.
import type { handClock } from '#base/clock'
import type { As, Open } from '#base/work'
import type { Past } from '#channels'

export type Domains = { lumen: string; clairbois: string }
export type Scene = {
  open: Open
  clock: ReturnType<typeof handClock>
  as: As
  past: Past
  domains: Domains
  now: Temporal.Instant // the moment the visitor arrives; nothing is written later than this
  seed: number
}
export const usualDomains: Domains = { lumen: 'maison-lumen.example', clairbois: 'atelier-clairbois.example' }
