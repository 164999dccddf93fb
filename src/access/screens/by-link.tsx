import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { useState } from 'react'
import { postSessionLink, type WhoAmI } from '../contract.ts'
import { words } from './words.ts'

type Given = { token: string; onIn: (who: WhoAmI) => Promise<void>; onOther: () => void }

/** One press spends the link. Not done by itself: what opens links to look at them should not use them up. */
export function ByLink({ token, onIn, onOther }: Given) {
  const say = useWords(words)
  const [failed, setFailed] = useState<Error | null>(null)
  const enter = useSend(postSessionLink, { onDone: (who) => void onIn(who), onError: setFailed })
  const spend = () => enter.mutate({ token })
  return (
    <>
      <h1>{say('hello')}</h1>
      <p>{say('linkText')}</p>
      {failed && <Failure error={failed} />}
      {failed ? (
        <Button tone="primary" icon="mail" onPress={onOther}>
          {say('askLink')}
        </Button>
      ) : (
        <Button tone="primary" icon="door" busy={enter.isPending} autoFocus onPress={spend}>
          {say(enter.isPending ? 'entering' : 'enter')}
        </Button>
      )}
    </>
  )
}
