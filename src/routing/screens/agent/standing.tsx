import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { Icon } from '#ui/icon'
import { useCommands } from '#ui/keys'
import { useWords } from '#ui/words'
import type { MySeat } from '../../contract.ts'
import { askForNext, stand } from './deeds.ts'
import { words } from './offer-words.ts'

export const UNANSWERED = 'unanswered' // the pause the engine makes after several offers nobody answered

/** Paused because offers stayed unanswered: said until whoever sits here says that they are back. */
export function PausedCard({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  if (seat.state !== 'paused' || seat.because !== UNANSWERED) return null
  return (
    <article className="routing-offer routing-paused" aria-labelledby="routing-paused">
      <header className="routing-offer-head">
        <Icon name="moon" />
        <div className="routing-offer-what">
          <h2 id="routing-paused">{say('pausedTitle')}</h2>
          <p>{say('pausedText')}</p>
        </div>
      </header>
      <footer className="routing-offer-foot">
        <Button tone="primary" icon="check" onPress={() => void stand({ state: 'ready' })}>
          {say('ready')}
        </Button>
      </footer>
    </article>
  )
}

/** For queues one asks: the next, from any page, also when a case was just closed. */
export function NextPill({ seat }: { seat: MySeat }) {
  const say = useWords(words)
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const waiting = seat.pull.reduce((all, queue) => all + queue.waiting, 0)
  const may = waiting > 0 && seat.state === 'ready' && seat.load.used < seat.load.most
  const ask = () => {
    setBusy(true)
    void askForNext()
      .then(async (path) => path && (await router.navigate({ to: path as never }))) // a page of the desk's own list
      .finally(() => setBusy(false))
  }
  useCommands(
    may ? [{ id: 'routing.next', label: say('next'), group: say('goTo'), keys: 'Shift+n', icon: 'right', run: ask }] : [],
  )
  if (!may) return null
  return (
    <div className="routing-next">
      <Button tone="primary" icon="right" keys="⇧N" busy={busy} onPress={ask}>
        {say('next')} <span className="ui-count">{waiting}</span>
      </Button>
    </div>
  )
}
