// What channels weigh, in sentences: what else somebody may be offered meanwhile. Pure.
import { weightsOf, workChannels, type Rulebook, type Weight, type WorkChannel } from '../contract/rulebook.ts'
import { channelWords } from './channel-words.ts'
import { meanwhile } from './compile-weights.ts'
import { listed, said, type Said } from './said.ts'
import { sentence } from './words/phrases.ts'

/** "Pendant un appel : rien d’autre." "Pendant un courriel : un chat ou un appel le met de côté ; d’autres courriels à côté, 3 au plus." */
export function weightWords(channel: WorkChannel, book: Pick<Rulebook, 'channels' | 'seat_units'>): Said {
  const weights = weightsOf(book)
  const own = weights.get(channel)!
  const during = said(`pendant ${channelWords[channel].one.fr}\u00a0: `, `during ${channelWords[channel].one.en}: `)
  const found = [aside(own, weights), beside(own, { weights, seat: book.seat_units })].filter((each) => each !== null)
  const all = found.length === 0 ? said('rien d’autre', 'nothing else') : joined(found)
  return sentence(said(during.fr + all.fr, during.en + all.en))
}

const joined = (all: readonly Said[]): Said => said(all.map(({ fr }) => fr).join('\u202f; '), all.map(({ en }) => en).join('; '))

type Weights = ReadonlyMap<WorkChannel, Weight>
const offered = (own: Weight, weights: Weights, how: 'interrupts' | 'beside'): WorkChannel[] =>
  workChannels.filter((each) => meanwhile(weights.get(each)!, own) === how)

function aside(own: Weight, weights: Weights): Said | null {
  const all = several(offered(own, weights, 'interrupts'))
  if (all.length === 0) return null
  return said(`mis de côté pour ${listed(all).fr}`, `put aside for ${listed(all).en}`)
}

function beside(own: Weight, { weights, seat }: { weights: Weights; seat: number }): Said | null {
  const all = offered(own, weights, 'beside')
  if (all.length === 0) return null
  const others = listed(several(all))
  const most = heldAtOnce(own, seat)
  return said(
    `à côté, ${others.fr}${all.includes(own.channel) ? ` (${most} au plus)` : ''}`,
    `beside it, ${others.en}${all.includes(own.channel) ? ` (${most} at most)` : ''}`,
  )
}

const DIRECT: readonly WorkChannel[] = ['phone', 'video', 'visit', 'chat', 'sms', 'social', 'call_back']
const direct = said('tout contact en direct ou par message', 'anything live or by message')

// All that is live is said in one breath.
function several(channels: readonly WorkChannel[]): Said[] {
  const whole = DIRECT.every((each) => channels.includes(each))
  const others = channels.filter((each) => !whole || !DIRECT.includes(each)).map((each) => channelWords[each].some)
  return whole ? [direct, ...others] : others
}

/** How many of a channel a seat holds: what the rules allow, as far as the units go. */
export const heldAtOnce = ({ most, units }: Weight, seat: number): number =>
  units === 0 ? most : Math.min(most, Math.floor(seat / units))
