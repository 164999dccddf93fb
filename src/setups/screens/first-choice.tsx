import { useState } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { language, useLanguage } from '#ui/language'
import { Progress, Skeleton } from '#ui/loading'
import { Wordmark } from '#ui/mark'
import { useAsk, useSend } from '#ui/query'
import { Toasts } from '#ui/toast'
import { useWords } from '#ui/words'
import { getChosen, listSetups, postSetup } from '../contract.ts'
import { Cards, NOTHING } from './cards.tsx'
import { words } from './words.ts'

/** Asked once the house is named: what one does for a living. */
export function FirstChoice({ onDone }: { onDone: () => void }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const [chosen, setChosen] = useState(NOTHING)
  const asked = useAsk(listSetups, {})
  const choose = useSend(postSetup, { refetch: [getChosen], onDone, onError: () => {} }) // shown in place
  const about = asked.data?.items.find(({ id }) => id === chosen)?.about[spoken]
  const go = () => choose.mutate({ setup: chosen === NOTHING ? null : chosen, language: language() })
  return (
    <div className="setups-first">
      <header>
        <Wordmark />
      </header>
      <main>
        <h1>{say('firstTitle')}</h1>
        <p>{say('firstText')}</p>
        {asked.error && !asked.data && <Failure error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <Skeleton lines={6} />}
        {asked.data && <Cards label={say('firstTitle')} setups={asked.data.items} value={chosen} onChange={setChosen} />}
        <p className="setups-about" aria-live="polite">
          {about}
        </p>
        {choose.isPending && <Progress label={say('applying')} />}
        {choose.error && <Failure error={choose.error} />}
        <div className="setups-deeds">
          <Button tone="primary" busy={choose.isPending} onPress={go}>
            {say('continue')}
          </Button>
        </div>
      </main>
      <Toasts />
    </div>
  )
}
