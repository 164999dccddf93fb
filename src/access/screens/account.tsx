import { useState, type ReactNode } from 'react'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { chooseLanguage, useLanguage, type Language } from '#ui/language'
import { Facts, Page, Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { refetch, useSend } from '#ui/query'
import { chooseDensity, chooseTheme, useDensity, useTheme } from '#ui/theme'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getSession, getSessions, putPassword, putSession, roles, type WhoAmI } from '../contract.ts'
import { useMe } from './me.ts'
import { Sessions } from './sessions.tsx'
import { words } from './words.ts'
import './access.css'

/** `more`: what rooms above let one settle for oneself. */
export function AccountPage({ more }: { more?: ReactNode }) {
  const say = useWords(words)
  const { me } = useMe()
  return (
    <Page title={say('account')} lead={say('accountLead')}>
      {me ? (
        <div className="access-columns">
          <div className="ui-stack">
            <You me={me} />
            <Password me={me} />
          </div>
          <div className="ui-stack">
            <Look />
            {more}
            <Sessions />
          </div>
        </div>
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  )
}

function You({ me }: { me: WhoAmI }) {
  const say = useWords(words)
  const spoken = useLanguage()
  const held = me.grants.map(
    ({ role, teams, brands }) => `${roles[role][spoken]} (${say(teams || brands ? 'inPart' : 'everywhere')})`,
  )
  return (
    <Panel title={say('you')}>
      <Facts
        facts={[
          { name: say('email'), value: me.person?.email ?? '' },
          { name: say('house'), value: me.tenant.name },
          { name: say('rolesHeld'), value: held.join(', ') },
        ]}
      />
    </Panel>
  )
}

function Password({ me }: { me: WhoAmI }) {
  const say = useWords(words)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const save = useSend(putPassword, {
    refetch: [getSessions],
    onDone: () => {
      setCurrent('')
      setPassword('')
      void refetch(getSession)
      toast({ text: say('passwordSaved'), tone: 'good' })
    },
    onError: () => {}, // shown in place
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (password !== '') save.mutate({ password, ...(current === '' ? {} : { current }) })
  }
  return (
    <Panel title={say('passwordTitle')}>
      <p className="access-intro">{say(me.has_password ? 'hasPassword' : 'noPassword')}</p>
      <form className="access-form-rows" onSubmit={submit}>
        <input type="text" name="username" autoComplete="username" value={me.person?.email ?? ''} readOnly hidden />
        {me.has_password && (
          <TextField label={say('currentPassword')} hint={say('currentHint')} type="password" autoComplete="current-password" value={current} onChange={setCurrent} />
        )}
        <TextField label={say('newPassword')} hint={say('newPasswordHint')} type="password" autoComplete="new-password" value={password} onChange={setPassword} />
        {save.error && <Failure error={save.error} />}
        <div>
          <Button type="submit" tone="primary" busy={save.isPending} isDisabled={password === ''}>
            {say('savePassword')}
          </Button>
        </div>
      </form>
    </Panel>
  ) // prettier-ignore
}

function Look() {
  const say = useWords(words)
  const speak = useSend(putSession, { refetch: [getSession] })
  const choose = (language: Language) => {
    chooseLanguage(language)
    speak.mutate({ language })
  }
  const languages = [{ id: 'fr', label: 'Français' }, { id: 'en', label: 'English' }] as const // prettier-ignore
  const themes = [{ id: 'system', label: say('system'), icon: 'screen' }, { id: 'light', label: say('light'), icon: 'sun' }, { id: 'dark', label: say('dark'), icon: 'moon' }] as const // prettier-ignore
  const rows = [{ id: 'calm', label: say('calm') }, { id: 'compact', label: say('compact') }] as const // prettier-ignore
  return (
    <Panel title={say('look')}>
      <ul className="access-lines">
        <li>
          {say('languageOf')}
          <Segments label={say('languageOf')} value={useLanguage()} onChange={choose} options={languages} />
        </li>
        <li>
          {say('theme')}
          <Segments label={say('theme')} value={useTheme()} onChange={chooseTheme} options={themes} />
        </li>
        <li>
          {say('rows')}
          <Segments label={say('rows')} value={useDensity()} onChange={chooseDensity} options={rows} />
        </li>
      </ul>
    </Panel>
  )
}
