import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { useCommands } from '#ui/keys'
import { useWords } from '#ui/words'
import { announce } from './announce.ts'
import { OfferedCard } from './card.tsx'
import { accept } from './deeds.ts'
import type { Mood } from './offer-desk.tsx'
import { words } from './offer-words.ts'
import { PausedCard, NextPill } from './standing.tsx'
import { Spoken } from './spoken.tsx'
import { useFolded } from './use-folded.ts'
import { useHeld } from './use-held.ts'
import { WrapUpCard } from './wrap-up.tsx'
import type { Offered } from '../../contract.ts'
import './agent.css'

const MOST_SHOWN = 2

/** The offers that stand, over whatever page is open. They never take the focus: F8 goes to them, Escape back to where one was. */
export function Stack({ mood }: { mood?: Mood }) {
  const say = useWords(words)
  const router = useRouter()
  const { offers, seat, ahead_ms } = useHeld()
  const [folded, onFold] = useFolded()
  const place = useRef<HTMLElement>(null)
  const back = useWayBack(place, offers.length)
  const take = useCallback(
    async (offer: Offered) => {
      const path = await accept(offer)
      if (path) await router.navigate({ to: path as never }) // a page of the desk's own list
    },
    [router],
  )
  const look = () => place.current?.querySelector<HTMLElement>('button')?.focus()
  useEffect(() => announce(offers, look), [offers])
  const [first] = offers
  useStackKeys({ first, canLook: first !== undefined || Boolean(seat?.wrapping), folded, take, look, onFold })
  return (
    <>
      <Spoken />
      <section className="routing-stack" ref={place} aria-label={say('region')} data-react-aria-top-layer="true" {...back}>
        {offers.length > MOST_SHOWN && <p className="routing-more">{say('more', { count: offers.length - MOST_SHOWN })}</p>}
        {offers.slice(0, MOST_SHOWN).map((offer, at) => (
          <OfferedCard
            key={offer.id}
            offer={offer}
            ahead_ms={ahead_ms}
            {...(at === 0 ? { fold: { folded, onFold } } : {})}
            onTake={take}
            {...(mood ? { mood } : {})}
          />
        ))}
        {seat?.wrapping && <WrapUpCard key={seat.wrapping.item_id} wrapping={seat.wrapping} ahead_ms={ahead_ms} />}
        {seat && offers.length === 0 && !seat.wrapping && <PausedCard seat={seat} />}
      </section>
      {seat && offers.length === 0 && !seat.wrapping && <NextPill seat={seat} />}
    </>
  )
}

type Keyed = {
  first: Offered | undefined
  canLook: boolean
  folded: boolean
  take: (offer: Offered) => Promise<void>
  look: () => void
  onFold: () => void
}

function useStackKeys({ first, canLook, folded, take, look, onFold }: Keyed): void {
  const say = useWords(words)
  const key = { group: say('goTo'), whileTyping: true }
  const ofFirst = first && [
    { ...key, id: 'routing.accept', label: say('acceptIt'), keys: 'Alt+Enter', icon: 'check' as const, run: () => void take(first) },
    { ...key, id: 'routing.fold', label: say(folded ? 'unfoldIt' : 'foldIt'), keys: 'Shift+F8', icon: folded ? ('up' as const) : ('down' as const), run: onFold },
  ]
  useCommands([...(ofFirst ?? []), ...(canLook ? [{ ...key, id: 'routing.look', label: say('lookAt'), keys: 'F8', icon: 'bell' as const, run: look }] : [])])
} // prettier-ignore

// Whoever came here by key goes back to where they were by Escape, or when what they came for is gone.
function useWayBack(place: React.RefObject<HTMLElement | null>, standing: number) {
  const from = useRef<HTMLElement | null>(null)
  const inside = useRef(false)
  const go = useCallback(() => {
    inside.current = false
    const to = from.current?.isConnected ? from.current : document.getElementById('main')
    to?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    if (inside.current && !place.current?.contains(document.activeElement) && document.activeElement === document.body) go()
  }, [standing, go, place])
  return {
    onFocus: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement && !place.current?.contains(relatedTarget)) from.current = relatedTarget
      inside.current = true
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null && relatedTarget instanceof Node && !place.current?.contains(relatedTarget))
        inside.current = false
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.stopPropagation()
      go()
    },
  }
}
