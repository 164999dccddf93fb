import { useLanguage } from '#ui/language'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { ItemWithOffers, OfferEnding } from '../../contract.ts'
import { sayLength } from '../../rules/say-length.ts'
import { ReceiptOf } from './receipt.tsx'
import { words } from './receipt-words.ts'

type OfOffer = ItemWithOffers['offers'][number]
const ended = {
  accepted: 'accepted',
  declined: 'declined',
  lapsed: 'lapsed',
  withdrawn: 'withdrawnOffer',
} as const satisfies Record<OfferEnding, string>

/** What happened to one piece of work, in order: where it waited, who was asked and what they answered, each with the decision behind it. */
export function StoryOfItem({ item }: { item: ItemWithOffers }) {
  const say = useWords(words)
  const inOrder = item.offers.toSorted((a, b) => Date.parse(a.offered_at) - Date.parse(b.offered_at))
  const byHand = item.person && !item.offers.some(({ ended_as }) => ended_as === 'accepted')
  return (
    <ol className="routing-story">
      <li>
        {say('arrived', { queue: item.queue.name })} <Moment at={item.arrived_at} />
        {Math.abs(Date.parse(item.place_at) - Date.parse(item.arrived_at)) >= 1000 && (
          <small>
            {' · '}
            {say('keptPlace')} <Time at={item.place_at} as="hour" />
          </small>
        )}
      </li>
      {inOrder.map((offer) => (
        <li key={offer.id}>
          {say('offeredTo', { name: offer.person.name })} <Moment at={offer.offered_at} />
          <Answer offer={offer} />
          <Receipt item={item} offer={offer} />
        </li>
      ))}
      {byHand && (
        <li>
          {say('takenByHand', { name: item.person?.name ?? '' })} <Moment at={item.since} />
        </li>
      )}
    </ol>
  )
}

function Moment({ at }: { at: string }) {
  return (
    <small>
      <Time at={at} as="hour" />
    </small>
  )
}

function Answer({ offer }: { offer: OfOffer }) {
  const say = useWords(words)
  const spoken = useLanguage()
  if (!offer.ended_at || !offer.ended_as) return <span className="routing-answer">{say('live')}</span>
  const length = sayLength((Date.parse(offer.ended_at) - Date.parse(offer.offered_at)) / 1000)[spoken]
  return (
    <span className="routing-answer" data-as={offer.ended_as}>
      {say(ended[offer.ended_as], { length })} {offer.because && <q>{say('because', { because: offer.because })}</q>}
    </span>
  )
}

// A decision and the offers it made were written at the same instant; where all ring, several offers share one.
function Receipt({ item, offer }: { item: ItemWithOffers; offer: OfOffer }) {
  const receipt = item.receipts.find((each) => Date.parse(each.at) === Date.parse(offer.offered_at) && each.chosen.some(({ id }) => id === offer.person.id))
  return receipt ? <ReceiptOf receipt={receipt} /> : null
} // prettier-ignore
