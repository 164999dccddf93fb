import { useState } from 'react'
import { Form } from 'react-aria-components'
import { Button, IconButton } from '#ui/button'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { useSend } from '#ui/query'
import { useWords } from '#ui/words'
import { postSessionPassword, type WhoAmI } from '../contract.ts'
import { words } from './words.ts'

type Given = { onIn: (who: WhoAmI) => Promise<void>; onAsk: () => void; sentBack: boolean }

export function ByPassword({ onIn, onAsk, sentBack }: Given) {
  const say = useWords(words)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [failed, setFailed] = useState<unknown>(null)
  const [missing, setMissing] = useState(false)
  const enter = useSend(postSessionPassword, { onDone: (who) => void onIn(who), onError: setFailed })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    const incomplete = !email.includes('@') || password === ''
    setMissing(incomplete)
    setFailed(null)
    if (!incomplete) enter.mutate({ email, password })
  }
  return (
    <>
      <h1>{say('hello')}</h1>
      <p>{say('signInText')}</p>
      {sentBack && !failed && <Notice>{say('back')}</Notice>}
      <Form onSubmit={submit}>
        <TextField
          label={say('email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
          icon="mail"
          autoFocus
        />
        <Secret value={password} onChange={setPassword} />
        {missing && <Notice tone="danger">{say('fillBoth')}</Notice>}
        {failed !== null && <Failure error={failed} />}
        <Button type="submit" tone="primary" busy={enter.isPending}>
          {say('signIn')}
        </Button>
      </Form>
      <div className="access-or">
        <p>{say('askLinkText')}</p>
        <Button icon="mail" onPress={onAsk}>
          {say('askLink')}
        </Button>
      </div>
    </>
  )
}

function Secret({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const say = useWords(words)
  const [shown, setShown] = useState(false)
  const eye = (
    <IconButton icon="eye" size="small" label={say(shown ? 'hidePassword' : 'showPassword')} onPress={() => setShown(!shown)} />
  )
  const type = shown ? 'text' : 'password'
  return (
    <TextField
      label={say('password')}
      type={type}
      name="password"
      autoComplete="current-password"
      value={value}
      onChange={onChange}
      icon="lock"
      end={eye}
    />
  )
}
