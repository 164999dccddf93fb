import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { postLinkRequest } from '../contract.ts'
import { words } from './words.ts'

/** The answer is the same for every address: nobody learns here who has an account. */
export function AskLink({ onPassword }: { onPassword: () => void }) {
  const say = useWords(words)
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const ask = useSend(postLinkRequest, { onError: setFailed })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const incomplete = !/^\S+@\S+$/.test(email.trim())
    setWrong(incomplete)
    setFailed(null)
    if (!incomplete) ask.mutate({ email: email.trim() })
  }
  if (ask.isSuccess) return <Sent email={email} onOther={() => ask.reset()} />
  return (
    <>
      <h1>{say('askLink')}</h1>
      <p>{say('askLinkText')}</p>
      <Form onSubmit={submit}>
        <TextField
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          icon="mail"
          hint={say('emailHint')}
          autoFocus
          {...(wrong ? { error: say('fillEmail') } : {})}
        />
        {/* prettier-ignore */}
        {failed !== null && <Failure error={failed} />}
        <Button type="submit" tone="primary" icon="send" busy={ask.isPending}>
          {say('sendLink')}
        </Button>
      </Form>
      <div className="access-or">
        <Button icon="lock" onPress={onPassword}>
          {say('usePassword')}
        </Button>
      </div>
    </>
  )
}

function Sent({ email, onOther }: { email: string; onOther: () => void }) {
  const say = useWords(words)
  return (
    <>
      <Empty level={1} drawing="letter" title={say('sentTitle')}>
        {say('sentText', { email })}
      </Empty>
      <p className="access-intro">{say('sentHelp')}</p>
      <Button onPress={onOther}>{say('otherAddress')}</Button>
    </>
  )
}
