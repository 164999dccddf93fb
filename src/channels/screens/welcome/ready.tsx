import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button } from '#ui/button'
import { Failure } from '#ui/failure'
import { Icon } from '#ui/icon'
import { language } from '#ui/language'
import { Progress } from '#ui/loading'
import { Wordmark } from '#ui/mark'
import { useAsk, useSend } from '#ui/query'
import { toast, Toasts } from '#ui/toast'
import { useWords } from '#ui/words'
import { getOffice, postSample } from '../../contract.ts'
import { words } from './words.ts'

/** The house is named. Nothing teaches it like a first mail. */
export function Ready({ address }: { address: string }) {
  const say = useWords(words)
  const navigate = useNavigate()
  useEffect(() => void (document.title = `${say('readyTitle')} · Guichet`), [say])
  return (
    <div className="welcome">
      <header className="welcome-head">
        <Wordmark />
      </header>
      <main className="welcome-ready">
        <h1>{say('readyTitle')}</h1>
        <p>{say('readyText')}</p>
        <div className="welcome-ways">
          <Sample onOpen={(id) => void navigate({ href: `/cases/${id}` })} />
          <Own address={address} />
        </div>
        <div className="welcome-buttons">
          <Button tone="quiet" icon="post" onPress={() => void navigate({ href: '/post-office' })}>
            {say('goPost')}
          </Button>
          <Button icon="mine" onPress={() => void navigate({ href: '/' })}>
            {say('goDesk')}
          </Button>
        </div>
      </main>
      <Toasts />
    </div>
  )
}

/** A first mail by the real door; also offered where a list of cases is still empty. */
export function Sample({ onOpen }: { onOpen: (caseId: string) => void }) {
  const say = useWords(words)
  const sample = useSend(postSample, { onError: () => {} }) // shown in place
  const came = sample.data
  const bring = () => sample.mutate({ language: language() })
  return (
    <section className="welcome-way" data-first="">
      <Icon name="mail" size={24} />
      <h2>{say('sampleTitle')}</h2>
      {came ? (
        <p role="status">{came.case_id ? say('sampleCame', { from: came.from, subject: came.subject }) : say('sampleLate')}</p>
      ) : (
        <p>{say('sampleText')}</p>
      )}
      {sample.isPending && <Progress label={say('sampleComing')} />}
      {sample.error && <Failure error={sample.error} />}
      <div className="welcome-buttons">
        {came?.case_id && (
          <Button tone="primary" icon="cases" onPress={() => onOpen(came.case_id ?? '')}>
            {say('openCase')}
          </Button>
        )}
        <Button tone={came ? 'plain' : 'primary'} busy={sample.isPending} onPress={bring}>
          {say(came ? 'again' : 'sample')}
        </Button>
      </div>
    </section>
  )
}

function Own({ address }: { address: string }) {
  const say = useWords(words)
  const office = useAsk(getOffice, {})
  const port = office.data?.smtp_port
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    toast({ text: say('copied'), tone: 'good' })
  }
  return (
    <section className="welcome-way">
      <Icon name="send" size={24} />
      <h2>{say('ownTitle')}</h2>
      <p>{port === null ? say('doorOff') : say('ownText', { port: String(port ?? '…') })}</p>
      <code>{address}</code>
      <div className="welcome-buttons">
        <Button icon="copy" onPress={() => void copy()}>
          {say('copy')}
        </Button>
      </div>
    </section>
  )
}
