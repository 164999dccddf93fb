// What is told of effects: of events and open holidays, and of the days around closings. Pure.
import type { SeriesAnswer } from '../contract/answer.ts'
import { learntEffects } from './level-and-shape.ts'
import type { Prepared } from './prepare.ts'

type EffectTold = SeriesAnswer['effects'][number]
const around = ['day_after_closing', 'day_before_closing'] as const

export function effectsOf({ final, laid }: Prepared): EffectTold[] {
  const { occurrences, learnt } = final.known
  const announced = [...learnt.values()].map(({ name, kind, effect, learnt_from }): EffectTold => {
    const stated = occurrences.findLast((each) => each.name === name && each.stated !== null)?.stated ?? null
    return { name, kind, effect: stated ?? effect, learnt_from, stated: stated !== null }
  })
  const learntAround = laid.past.days.some(({ after_closing }) => after_closing > 0) ? learntEffects(final.past) : []
  const closings = around.flatMap((kind): EffectTold[] => {
    const found = learntAround.find(({ name }) => name === kind)
    return found && found.seen > 0 ? [{ name: kind, kind, effect: found.factor, learnt_from: found.seen, stated: false }] : []
  })
  return [...announced, ...closings]
}
