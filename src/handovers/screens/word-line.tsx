import { useState } from 'react'
import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { putIntroduction, type FullBaton, type Introduction } from '../contract.ts'
import { touched } from './answer-baton.tsx'
import { words } from './words.ts'

type Said = { baton: FullBaton; word: Introduction }
type Doing = 'change' | 'skip'

/** What becomes of the word to the customer, and what can still be done about it. */
export function WordLine({ baton, word }: Said) {
  const say = useWords(words)
  const [doing, setDoing] = useState<Doing | null>(null)
  const because = word.because ?? ''
  const lines = {
    sent: say('wordSent'), skipped: say('wordSkipped', { because }), failed: say('wordFailed', { because }), leaving: say('wordLeaves'), planned: say('wordLeaves'),
  } // prettier-ignore
  const may = word.state !== 'sent' && baton.may.includes('introduce')
  return (
    <div className="handovers-word">
      <p>
        {lines[word.state]} {word.state === 'leaving' && word.leaves_at && <Time at={word.leaves_at} />}
      </p>
      {may && doing === null && <Deeds baton={baton} word={word} onDo={setDoing} />}
      {doing !== null && <Change baton={baton} word={word} doing={doing} onClose={() => setDoing(null)} />}
    </div>
  )
}

function Deeds({ baton, word, onDo }: Said & { onDo: (doing: Doing) => void }) {
  const say = useWords(words)
  const send = useSend(putIntroduction, { refetch: touched })
  const open = word.state !== 'skipped'
  return (
    <div className="ui-button-row">
      {open && baton.ended_as === 'accepted' && (
        <Button size="small" icon="send" busy={send.isPending} onPress={() => send.mutate({ id: baton.id, version: word.version, send: true })}>
          {say('wordSendNow')}
        </Button>
      )}
      <Button size="small" tone="quiet" onPress={() => onDo('change')}>
        {say('wordEdit')}
      </Button>
      {open && (
        <Button size="small" tone="quiet" onPress={() => onDo('skip')}>
          {say('wordSkip')}
        </Button>
      )}
    </div>
  ) // prettier-ignore
}

function Change({ baton, word, doing, onClose }: Said & { doing: Doing; onClose: () => void }) {
  const say = useWords(words)
  const [text, setText] = useState(doing === 'change' ? word.text : '')
  const change = useSend(putIntroduction, { refetch: touched, onDone: onClose })
  const save = () => {
    const wish = { id: baton.id, version: word.version, send: false }
    change.mutate(doing === 'change' ? { ...wish, text } : { ...wish, skip: text })
  }
  return (
    <>
      {doing === 'change' ? (
        <TextArea label={say('word')} rows={6} value={text} onChange={setText} maxLength={4000} autoFocus />
      ) : (
        <TextField label={say('skipWhy')} value={text} onChange={setText} maxLength={500} autoFocus />
      )}
      <div className="ui-button-row">
        <Button size="small" tone="primary" busy={change.isPending} isDisabled={text.trim() === ''} onPress={save}>
          {say('wordSave')}
        </Button>
        <Button size="small" tone="quiet" onPress={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </>
  )
}
