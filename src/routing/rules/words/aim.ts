// The service level a queue aims at. Pure.
import type { Queue } from '../../contract/rulebook.ts'
import { said, type Said } from '../said.ts'
import { sayExactly } from '../say-exactly.ts'
import { formulas } from '../service-level.ts'
import { number } from './phrases.ts'

export function aimWords({ aim }: Pick<Queue, 'aim'>): Said {
  const share = number(Math.round(aim.share * 1_000) / 10)
  const formula = formulas[aim.formula]
  const time =
    aim.within_s === null ? said('dans le délai habituel du canal', 'within the usual time of the channel') : within(aim.within_s)
  return said(`Objectif\u00a0: ${share.fr}\u00a0% ${time.fr}. ${formula.fr}`, `Aim: ${share.en}% ${time.en}. ${formula.en}`)
}

function within(within_s: number): Said {
  const wait = sayExactly(within_s)
  return said(`en ${wait.fr}`, `within ${wait.en}`)
}
