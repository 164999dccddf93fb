import { useWords } from '#ui/words'
import type { MySeat, Offered } from '../../contract.ts'
import { whatOf, whoOf } from './announce.ts'
import { words } from './offer-words.ts'
import { useHeld, useSecondsLeft } from './use-held.ts'

const SOON_SECONDS = 5

/** For who does not see the card. An offer does not wait, so it may interrupt; a wrap-up is said when there is room. Seconds are not counted aloud. */
export function Spoken() {
  const { offers, seat, ahead_ms } = useHeld()
  const [first] = offers
  return (
    <>
      <p className="unseen" role="alert" aria-atomic="true">
        {first && <Told offer={first} />}
      </p>
      <p className="unseen" role="status" aria-atomic="true">
        {first ? <Soon offer={first} ahead_ms={ahead_ms} /> : seat?.wrapping && <Wrapping wrapping={seat.wrapping} />}
      </p>
    </>
  )
}

function Told({ offer }: { offer: Offered }) {
  const say = useWords(words)
  const time = offer.seconds ? say('toldSeconds', { seconds: Math.round(offer.seconds) }) : ''
  return say('told', { what: whatOf(offer), who: whoOf(offer), queue: offer.item.queue.name, time })
}

function Soon({ offer, ahead_ms }: { offer: Offered; ahead_ms: number }) {
  const say = useWords(words)
  const left = useSecondsLeft(offer.until, ahead_ms)
  if (left === null || left <= 0 || left > SOON_SECONDS || (offer.seconds ?? 0) <= SOON_SECONDS * 2) return null
  return say('soon', { seconds: SOON_SECONDS })
}

function Wrapping({ wrapping: { title, since, until } }: { wrapping: NonNullable<MySeat['wrapping']> }) {
  const seconds = Math.round((Date.parse(until) - Date.parse(since)) / 1000)
  return useWords(words)('wrapTold', { title, seconds })
}
