import { useState } from 'react'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { useWords } from '#ui/words'
import type { StillOpen } from './still-open.ts'
import { words } from './standing-words.ts'

type Closing = {
  open: StillOpen
  mayGo: boolean // whoever answers for the case, or may assign it
  sending?: boolean
  busy: boolean
  onGo: (because: string) => void
  onClose: () => void
}

/** What still keeps the case open, and why it is closed all the same: without a reason it is not. */
export function CloseOver({ open, mayGo, sending = false, busy, onGo, onClose }: Closing) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      {mayGo && (
        <Button tone="primary" icon="check" isDisabled={because.trim() === ''} busy={busy} onPress={() => onGo(because)}>
          {say(sending ? 'overGoSend' : 'overGo')}
        </Button>
      )}
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('overTitle')} foot={foot}>
      <Stack>
        <p>{say('overText', { count: open.length })}</p>
        <ul className="cases-still-open">
          {open.map(({ id, what, waits_for }) => (
            <li key={id}>
              <strong>{what}</strong> {waits_for.name && <small>{say('overWaits', { name: waits_for.name })}</small>}
            </li>
          ))}
        </ul>
        {mayGo ? (
          <TextArea
            label={say('overWhy')}
            hint={say('overWhyHint')}
            value={because}
            onChange={setBecause}
            rows={3}
            maxLength={4000}
            isRequired
            autoFocus
          />
        ) : (
          <p>{say('overNotYours')}</p>
        )}
      </Stack>
    </Dialog>
  )
}
