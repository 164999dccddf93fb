// An offer is said aloud, in the title of the window, by a sound and a notification where this device was asked to: once each, never again for
// the same offer. The sentence for screen readers stands in a live region of its own (spoken.tsx).
import { notifyIfAsked, ringIfAsked } from '#ui/chime'
import { say } from '#ui/words'
import type { Offered } from '../../contract.ts'
import { words } from './offer-words.ts'

const MARK = '● '
const rung = new Set<Offered['id']>()
let shown: (() => void) | null = null

export const whatOf = ({ item }: Offered): string => say(words, `offered_${item.channel}`)
export const whoOf = ({ item }: Offered): string =>
  item.customer?.name || (item.kind === 'task' ? item.title : say(words, item.channel === 'chat' ? 'visitor' : 'somebody'))

/** The offers that stand now. Those not rung for yet ring; when none stands, everything is as before. */
export function announce(offers: readonly Offered[], open: () => void): void {
  const [first] = offers
  entitle(first ? say(words, 'title', { what: whatOf(first), who: whoOf(first) }) : null)
  if (!first) {
    shown?.()
    shown = null
    return
  }
  const fresh = offers.filter(({ id }) => !rung.has(id))
  for (const { id } of fresh) rung.add(id)
  const [one] = fresh
  if (!one) return
  ringIfAsked()
  shown?.()
  shown = notifyIfAsked({ title: whatOf(one), text: `${whoOf(one)} · ${one.item.title}`, tag: `guichet-offer-${one.id}`, open })
}

let before: string | null = null
function entitle(title: string | null): void {
  if (title === null) {
    if (before !== null && document.title.startsWith(MARK)) document.title = before
    before = null
  } else if (document.title !== title) {
    if (!document.title.startsWith(MARK)) before = document.title
    document.title = title
  }
}
