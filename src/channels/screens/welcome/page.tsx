import { useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { getSession, putPassword } from '#access/contract'
import { getFirstRun, putFirstRun } from '#brands/contract'
import { Refused } from '#ui/api'
import { chooseLanguage, language } from '#ui/language'
import { Wordmark } from '#ui/mark'
import { keyOf, queries, refetch, useSend } from '#ui/query'
import { Button } from '#ui/button'
import { Toasts } from '#ui/toast'
import { useWords } from '#ui/words'
import { afterWelcome } from './after.ts'
import type { Answers, Faults } from './answers.ts'
import { missing } from './answers.ts'
import { Preview } from './preview.tsx'
import { Ready } from './ready.tsx'
import { Steps } from './steps.tsx'
import { words } from './words.ts'
import './welcome.css'

const empty = (): Answers => ({
  person: '',
  email: '',
  password: '',
  centre: '',
  colour: '#0e6063',
  language: language(),
  address: '',
})

/** The first minutes of a house: three questions with what they change beside them, then a first mail. */
export function WelcomePage() {
  const say = useWords(words)
  const [at, setAt] = useState(0)
  const [answers, setAnswers] = useState(empty)
  const [faults, setFaults] = useState<Faults>({})
  const save = useSaving(setFaults, setAt)
  useEffect(() => void (document.title = `${say('title')} · Guichet`), [say])
  const [asked, setAsked] = useState(false)
  const after = save.address === null || asked ? null : afterWelcome(() => setAsked(true))
  if (after) return <Suspense>{after}</Suspense>
  if (save.address !== null) return <Ready address={save.address} />
  const change = (part: Partial<Answers>) => {
    setAnswers({ ...answers, ...part })
    setFaults({})
    if (part.language) chooseLanguage(part.language)
  }
  const onNext = () => {
    const wrong = missing(answers, at)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) return
    if (at < 2) setAt(at + 1)
    else save.run(answers)
  }
  return (
    <div className="welcome">
      <header className="welcome-head">
        <Wordmark />
        <Later />
      </header>
      <main className="welcome-main">
        <h1 className="unseen">{say('title')}</h1>
        <Steps
          at={at}
          answers={answers}
          faults={faults}
          busy={save.busy}
          onChange={change}
          onNext={onNext}
          onBack={() => setAt(at - 1)}
        />
        <Preview answers={answers} />
      </main>
      <Toasts />
    </div>
  )
}

/** The password first: if it is refused, nothing else has happened yet. */
function useSaving(onFault: (faults: Faults) => void, onStep: (at: number) => void) {
  const [address, setAddress] = useState<string | null>(null)
  const password = useSend(putPassword, {
    onError: (error) => {
      onFault({ password: error })
      onStep(0)
    },
  })
  const answer = useSend(putFirstRun, {
    onDone: (done) => {
      queries.setQueryData(keyOf(getFirstRun, {}), { needed: false })
      void refetch(getSession)
      setAddress(done.address)
    },
    onError: (error) => {
      const code = error instanceof Refused ? error.code : ''
      const about = code.includes('address') ? 'address' : code.includes('email') ? 'email' : 'centre'
      onFault({ [about]: error })
      onStep(about === 'address' ? 2 : about === 'email' ? 0 : 1)
    },
  })
  const run = ({ password: secret, ...rest }: Answers) => {
    if (secret === '') answer.mutate(rest)
    else password.mutate({ password: secret }, { onSuccess: () => answer.mutate(rest) })
  }
  return { run, busy: password.isPending || answer.isPending, address }
}

function Later() {
  const say = useWords(words)
  const navigate = useNavigate()
  const leave = () => {
    queries.setQueryData(keyOf(getFirstRun, {}), { needed: false }) // until the page is loaded again
    void navigate({ href: '/' })
  }
  return (
    <Button tone="quiet" onPress={leave}>
      {say('later')}
    </Button>
  )
}
