import { useState } from 'react'
import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { putIntroduction, type FullBaton, type Introduction } from '../contract.ts'
import { touched } from './answer-baton.tsx'
import { words } from './words.ts'

/** What becomes of the word to the customer, and what can still be done about it. */
export function WordLine({ baton, word }: { baton: FullBaton; word: Introduction }) {
  const say = useWords(words)
  const [doing, setDoing] = useState<'change' | 'skip' | null>(null)
  const [text, setText] = useState(word.text)
  const [because, setBecause] = useState('')
  const change = useSend(putIntroduction, { refetch: touched, onDone: () => setDoing(null) })
  const wish = { id: baton.id, version: word.version }
  const may = baton.may.includes('introduce')
  if (word.state === 'sent') return <p className="handovers-word">{say('wordSent')}</p>
  const line =
    word.state === 'skipped' ? say('wordSkipped', { because: word.because ?? '' }) : word.state === 'failed' ? say('wordFailed', { because: word.because ?? '' }) : say('wordLeaves') // prettier-ignore
  return (
    <div className="handovers-word">
      <p>
        {line} {word.state === 'leaving' && word.leaves_at && <Time at={word.leaves_at} />}
      </p>
      {may && doing === null && (
        <div className="ui-button-row">
          {baton.ended_as === 'accepted' && word.state !== 'skipped' && (
            <Button size="small" icon="send" busy={change.isPending} onPress={() => change.mutate({ ...wish, send: true })}>
              {say('wordSendNow')}
            </Button>
          )}
          <Button size="small" tone="quiet" onPress={() => setDoing('change')}>
            {say('wordEdit')}
          </Button>
          {word.state !== 'skipped' && (
            <Button size="small" tone="quiet" onPress={() => setDoing('skip')}>
              {say('wordSkip')}
            </Button>
          )}
        </div>
      )}
      {doing === 'change' && <TextArea label={say('word')} rows={6} value={text} onChange={setText} maxLength={4000} autoFocus />}
      {doing === 'skip' && <TextField label={say('skipWhy')} value={because} onChange={setBecause} maxLength={500} autoFocus />}
      {doing !== null && (
        <div className="ui-button-row">
          <Button
            size="small" tone="primary" busy={change.isPending} isDisabled={(doing === 'change' ? text : because).trim() === ''}
            onPress={() => change.mutate(doing === 'change' ? { ...wish, text, send: false } : { ...wish, skip: because, send: false })}
          >
            {say('wordSave')}
          </Button>
          <Button size="small" tone="quiet" onPress={() => setDoing(null)}>
            {say('cancel')}
          </Button>
        </div>
      )}
    </div>
  ) // prettier-ignore
}
