import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button, IconButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { useLanguage } from '#ui/language'
import { Keys } from '#ui/keys'
import { Avatar } from '#ui/person'
import { useAsk } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { getOfferCard, type Offered, type OfferCard } from '../../contract.ts'
import { sayLength } from '../../rules/say-length.ts'
import { sayReceipt } from '../../rules/say-receipt.ts'
import { whatOf, whoOf } from './announce.ts'
import { decline } from './deeds.ts'
import { Decline } from './decline.tsx'
import { Before } from './before.tsx'
import { iconOf } from './icon-of.ts'
import type { Mood } from './offer-desk.tsx'
import { words } from './offer-words.ts'
import { TimeRing } from './ring.tsx'
import { useSecondsLeft } from './use-held.ts'

type Shown = { offer: Offered; ahead_ms: number; fold?: Fold; onTake: (offer: Offered) => Promise<void>; mood?: Mood }
/** How the first one stands: its keys are said on it, the others begin folded. */
type Fold = { folded: boolean; onFold: () => void }

/** One offer: who, what, why me, what came before, how long there is to answer. */
export function OfferedCard({ offer, ahead_ms, fold, onTake, mood }: Shown) {
  const say = useWords(words)
  const [hidden, setHidden] = useState(true)
  const small = fold ? fold.folded : hidden
  const [busy, setBusy] = useState(false)
  const card = useAsk(getOfferCard, { id: offer.id }, { staleSeconds: 600 }).data
  const doing = (deed: Promise<void>) => {
    setBusy(true)
    void deed.finally(() => setBusy(false))
  }
  return (
    <article className="routing-offer" data-small={small || undefined} aria-labelledby={`offer-${offer.id}`}>
      <header className="routing-offer-head">
        <Left offer={offer} ahead_ms={ahead_ms} />
        <div className="routing-offer-what">
          <p>
            <Icon name={iconOf[offer.item.channel]} size={16} /> {whatOf(offer)} <Queue offer={offer} />
          </p>
          <h2 id={`offer-${offer.id}`}>{card?.who.name || whoOf(offer)}</h2>
        </div>
        <IconButton icon={small ? 'up' : 'down'} size="small" label={say(small ? 'unfold' : 'shrink')} aria-expanded={!small} onPress={fold?.onFold ?? (() => setHidden(!hidden))} {...(fold && { keys: 'Shift+F8' })} />
      </header>
      {!small && <Inside offer={offer} card={card} {...(mood ? { mood } : {})} />}
      <footer className="routing-offer-foot">
        <Decline isBusy={busy} onDecline={(because) => doing(decline(offer, because))} />
        <Button tone="primary" icon="check" busy={busy} onPress={() => doing(onTake(offer))}>
          {say('accept')}
          {fold && <Keys keys="Alt+Enter" />}
        </Button>
      </footer>
    </article>
  )
} // prettier-ignore

function Queue({ offer }: { offer: Offered }) {
  return <span className="routing-quiet">· {offer.item.queue.name}</span>
}

function Left({ offer, ahead_ms }: { offer: Offered; ahead_ms: number }) {
  const say = useWords(words)
  const left = useSecondsLeft(offer.until, ahead_ms)
  if (left === null) return <Icon name="bell" />
  return <TimeRing left={left} of={offer.seconds ?? left} label={say('secondsLeft', { seconds: left })} />
}

function Inside({ offer, card, mood }: { offer: Offered; card: OfferCard | undefined; mood?: Mood }) {
  return (
    <div className="routing-offer-body">
      <About offer={offer} card={card} {...(mood ? { mood } : {})} />
      {card?.first_words && <blockquote className="routing-words">{card.first_words}</blockquote>}
      <Why offer={offer} />
      {card && <Before card={card} of={card.who.name || whoOf(offer)} due_at={offer.item.due_at} />}
    </div>
  )
}

function About({ offer, card, mood: Mood }: { offer: Offered; card: OfferCard | undefined; mood?: Mood }) {
  const name = card?.who.name || whoOf(offer)
  const about = card?.case?.subject || offer.item.title
  const id = card?.who.id
  return (
    <div className="routing-offer-who">
      {about !== name && <Avatar person={{ name, ...(id ? { id } : {}) }} size={36} />}
      <div>
        {about !== name && <strong>{about}</strong>}
        <Facts offer={offer} card={card} />
      </div>
      {Mood && offer.item.case && <Mood of={offer.item.case.id} />}
    </div>
  )
}

function Why({ offer }: { offer: Offered }) {
  const spoken = useLanguage()
  if (!offer.receipt) return null
  return (
    <p className="routing-why">
      <Icon name="handover" size={16} /> {sayReceipt(offer.receipt).why[spoken]}
    </p>
  )
}

function Facts({ offer, card }: { offer: Offered; card: OfferCard | undefined }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [since] = useState(() => (Date.now() - Date.parse(offer.item.arrived_at)) / 1000)
  const priority = card?.case?.priority
  return (
    <p className="routing-facts">
      {(priority === 'urgent' || priority === 'high') && <Badge tone="danger">{say(priority)}</Badge>}
      {card?.who.company && <span>{card.who.company}</span>}
      {offer.item.case && <span>{say('number', { number: String(offer.item.case.number) })}</span>}
      {card?.case?.reason && <span>{card.case.reason}</span>}
      {offer.item.due_at ? (
        <span>
          {say(offer.item.channel === 'call_back' ? 'dueCall' : 'due')} <Time at={offer.item.due_at} />
        </span>
      ) : (
        <span>{say('waits', { length: sayLength(since)[spoken] })}</span>
      )}
    </p>
  )
}
