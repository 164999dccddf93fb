import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Button, ButtonRow } from '#ui/button'
import { Radios } from '#ui/choice'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { listIdentityKeys, listWidgets, postIdentityKey, type Widget } from '../../contract.ts'
import { useCopy } from './snippet.tsx'
import { words } from './words.ts'

/** Makes a secret, shown once, or takes the site's own public key. */
export function NewIdentityKey({ widget, onClose }: { widget: Widget; onClose: () => void }) {
  const say = useWords(words)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<'secret' | 'public'>('secret')
  const [pasted, setPasted] = useState('')
  const [tried, setTried] = useState(false)
  const make = useSend(postIdentityKey, {
    refetch: [listIdentityKeys, listWidgets],
    onDone: ({ secret }) => secret === null && onClose(),
    onError: () => {}, // shown in place
  })
  if (make.data?.secret) return <Secret secret={make.data.secret} kid={make.data.id} onClose={onClose} />
  const save = () => {
    setTried(true)
    if (name.trim() === '' || (kind === 'public' && pasted.trim() === '')) return
    make.mutate({ id: widget.id, name: name.trim(), ...(kind === 'public' ? { public_key: pasted } : {}) })
  }
  return (
    <Form className="widgets-new-key" onSubmit={(event) => { event.preventDefault(); save() }}>
      <TextField
        label={say('keyName')} placeholder={say('keyNamePlace')} autoFocus value={name} onChange={setName}
        {...(tried && name.trim() === '' ? { error: say('keyMissing') } : {})}
      />
      <Radios
        label={say('how')} value={kind} onChange={setKind}
        options={[{ id: 'secret', label: say('newSecret'), detail: say('newSecretText') }, { id: 'public', label: say('ownKey'), detail: say('ownKeyText') }]}
      />
      {kind === 'public' && (
        <TextArea
          label={say('publicKey')} rows={5} spellCheck="false" placeholder="-----BEGIN PUBLIC KEY-----" value={pasted} onChange={setPasted}
          {...(tried && pasted.trim() === '' ? { error: say('publicKeyMissing') } : {})}
        />
      )}
      {make.error && <Failure error={make.error} />}
      <ButtonRow>
        <Button tone="primary" busy={make.isPending} onPress={save}>
          {say('addKey')}
        </Button>
        <Button onPress={onClose}>{say('cancel')}</Button>
      </ButtonRow>
    </Form>
  ) // prettier-ignore
}

function Secret({ secret, kid, onClose }: { secret: string; kid: string; onClose: () => void }) {
  const say = useWords(words)
  const copy = useCopy()
  return (
    <div className="widgets-new-key">
      <Notice tone="promise">{say('secretOnce')}</Notice>
      {[['secret', secret], ['kid', kid]].map(([label, text]) => (
        <div key={label} className="widgets-code">
          <span>{say(label === 'secret' ? 'secret' : 'kid')}</span>
          <code>{text}</code>
          <Button size="small" icon="copy" onPress={() => copy(text ?? '')}>
            {say('copy')}
          </Button>
        </div>
      ))}
      <ButtonRow>
        <Button tone="primary" onPress={onClose}>
          {say('done')}
        </Button>
      </ButtonRow>
    </div>
  ) // prettier-ignore
}
