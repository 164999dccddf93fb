// What each channel weighs, as the engine's matrix of interruption. Pure.
import type { Channel, Meanwhile } from '../engine/rules.ts'
import { isInstant, weightsOf, workChannels, type Rulebook, type Weight } from '../contract/rulebook.ts'

export function channelsOf(rulebook: Pick<Rulebook, 'channels'>): Channel[] {
  const weights = weightsOf(rulebook)
  return workChannels.map((channel) => {
    const weight = weights.get(channel)!
    return {
      units: weight.units,
      most: weight.most,
      instant: isInstant(channel),
      while_serving: workChannels.map((inHand) => meanwhile(weight, weights.get(inHand)!)),
    }
  })
}

/** May something that weighs `coming` be offered to whoever has something that weighs `inHand`? What gives way is put aside for what does not. */
export function meanwhile(coming: Weight, inHand: Weight): Meanwhile {
  if (!inHand.meanwhile.includes(coming.channel)) return 'no'
  return inHand.gives_way && !coming.gives_way ? 'interrupts' : 'beside'
}
