import { useWords } from '#ui/words'
import { whatOf, whoOf } from './announce.ts'
import { words } from './offer-words.ts'
import { useHeld, useSecondsLeft } from './use-held.ts'

const SOON_SECONDS = 5

/** For who does not see the card. An offer does not wait, so it may interrupt; a wrap-up is said when there is room. Seconds are not counted aloud. */
export function Spoken() {
  const say = useWords(words)
  const { offers, seat, ahead_ms } = useHeld()
  const [first] = offers
  const left = useSecondsLeft(first?.until ?? null, ahead_ms)
  const wrapping = seat?.wrapping
  const time = first?.seconds ? say('toldSeconds', { seconds: Math.round(first.seconds) }) : ''
  const told = first && say('told', { what: whatOf(first), who: whoOf(first), queue: first.item.queue.name, time })
  const soon = first && (first.seconds ?? 0) > SOON_SECONDS * 2 && left !== null && left > 0 && left <= SOON_SECONDS
  const lasts = wrapping ? Math.round((Date.parse(wrapping.until) - Date.parse(wrapping.since)) / 1000) : 0
  return (
    <>
      <p className="unseen" role="alert" aria-atomic="true">
        {told}
      </p>
      <p className="unseen" role="status" aria-atomic="true">
        {soon
          ? say('soon', { seconds: SOON_SECONDS })
          : wrapping
            ? say('wrapTold', { title: wrapping.title, seconds: lasts })
            : ''}
      </p>
    </>
  )
}
