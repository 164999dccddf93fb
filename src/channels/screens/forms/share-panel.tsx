import { useState } from 'react'
import { Button } from '#ui/button'
import { TextArea } from '#ui/field'
import { Notice, Panel } from '#ui/layout'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { originOf, type Definition, type Form } from '../../contract.ts'
import { settingsWords } from './settings-words.ts'

type Sharing = { form: Form; draft: Definition; onChange: (draft: Definition) => void }

export function SharePanel({ form, draft, onChange }: Sharing) {
  const say = useWords(settingsWords)
  const address = new URL(form.address, window.location.href)
  const snippet = `<script async src="${address.origin}/form.js" data-form="${form.key}"></script>`
  return (
    <div className="forms-settings">
      {!form.published && <Notice>{say('notLive')}</Notice>}
      <Panel title={say('share')}>
        <p>{say('shareText')}</p>
        {(form.live?.origins.length ?? 0) === 0 && <Notice tone="promise">{say('noOrigins')}</Notice>}
        <Copied text={snippet} />
        <Origins draft={draft} onChange={onChange} />
      </Panel>
      <Panel title={say('link')}>
        <p>{say('linkText')}</p>
        <Copied text={address.href} />
      </Panel>
    </div>
  )
}

function Copied({ text }: { text: string }) {
  const say = useWords(settingsWords)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast({ text: say('copied'), tone: 'good' })
  }
  return (
    <div className="forms-copy">
      <code tabIndex={0}>{text}</code>
      <Button icon="copy" onPress={() => void copy()}>
        {say('copy')}
      </Button>
    </div>
  )
}

function Origins({ draft, onChange }: Omit<Sharing, 'form'>) {
  const say = useWords(settingsWords)
  const [text, setText] = useState(draft.origins.join('\n'))
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '') // prettier-ignore
  const wrong = lines.find((line) => originOf(line) === null)
  const change = (next: string) => {
    setText(next)
    const origins = next.split('\n').map((line) => originOf(line.trim())) // prettier-ignore
    onChange({ ...draft, origins: [...new Set(origins.filter((origin) => origin !== null))].slice(0, 20) })
  }
  return (
    <TextArea
      label={say('origins')} hint={say('originsText')} rows={3} value={text} onChange={change} placeholder="https://www.exemple.fr"
      error={wrong === undefined ? undefined : say('originWrong', { origin: wrong })}
    />
  ) // prettier-ignore
}
