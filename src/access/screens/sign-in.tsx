import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { Segments } from '#ui/choice'
import { chooseLanguage, language, useLanguage } from '#ui/language'
import { Wordmark } from '#ui/mark'
import { useWords } from '#ui/words'
import { send } from '#ui/api'
import { keyOf, queries } from '#ui/query'
import { getSession, putSession, type WhoAmI } from '../contract.ts'
import { Hall } from './hall.tsx'
import { ByLink } from './by-link.tsx'
import { ByPassword } from './by-password.tsx'
import { AskLink } from './ask-link.tsx'
import { words } from './words.ts'
import './access.css'

type Way = 'link' | 'password' | 'ask'

// The token stands behind '#', which never reaches a server by itself. It is taken out of the address at once, so that nobody reads it over
// a shoulder or finds it in the history.
const tokenOf = (): string | null => (/^#[\w.-]{20,200}$/.test(location.hash) ? location.hash.slice(1) : null)

export function SignInPage() {
  const say = useWords(words)
  const [token] = useState(tokenOf)
  const [way, setWay] = useState<Way>(token ? 'link' : 'password')
  const { to } = useSearch({ strict: false })
  const arrive = useArrival(typeof to === 'string' ? to : '/')
  useEffect(() => {
    document.title = `${say(token ? 'enter' : 'signIn')} · Guichet`
    if (token) history.replaceState(history.state, '', location.pathname + location.search)
  }, [token, say])
  return (
    <Door>
      {way === 'link' && token && <ByLink token={token} onIn={arrive} onOther={() => setWay('ask')} />}
      {way === 'password' && <ByPassword onIn={arrive} onAsk={() => setWay('ask')} sentBack={to !== undefined} />}
      {way === 'ask' && <AskLink onPassword={() => setWay('password')} />}
    </Door>
  )
}

let choseHere = false // a language chosen on this page is the person's wish; one merely guessed is not

function Door({ children }: { children: ReactNode }) {
  const say = useWords(words)
  const choose = (to: 'fr' | 'en') => {
    choseHere = true
    chooseLanguage(to)
  }
  return (
    <div className="access-door">
      <header className="access-hall">
        <Wordmark />
        <div className="access-hall-words">
          <p className="access-motto">{say('motto')}</p>
          <p>{say('mottoText')}</p>
        </div>
        <Hall />
      </header>
      <main className="access-entry">
        <div className="access-form">{children}</div>
        <Segments
          label={say('language')}
          value={useLanguage()}
          onChange={choose}
          options={[
            { id: 'fr', label: 'Français' },
            { id: 'en', label: 'English' },
          ]}
        />
      </main>
    </div>
  )
}

/** In: what was known of whoever sat here before is forgotten, and one goes on where one was. */
function useArrival(to: string): (who: WhoAmI) => Promise<void> {
  const navigate = useNavigate()
  return async (who) => {
    queries.clear()
    const mine = choseHere ? await send(putSession, { language: language() }) : who
    queries.setQueryData(keyOf(getSession, {}), mine)
    if (who.has_password || choseHere) chooseLanguage(mine.language) // the account's, unless nobody has chosen one yet
    await navigate({ href: /^\/(?![/\\])/.test(to) ? to : '/', replace: true })
  }
}
