import { Form } from 'react-aria-components'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { sentenceOf } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { useWords } from '#ui/words'
import type { Answers, Faults } from './answers.ts'
import { Colours } from './colours.tsx'
import { words } from './words.ts'

type Asked = { answers: Answers; faults: Faults; onChange: (part: Partial<Answers>) => void }
type Stepping = Asked & { at: number; busy: boolean; onNext: () => void; onBack: () => void }

export function Steps({ at, busy, onNext, onBack, ...asked }: Stepping) {
  const say = useWords(words)
  const Step = [You, Centre, Address][at] ?? You
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    onNext()
  }
  return (
    <section className="welcome-step" aria-live="polite">
      <ol className="welcome-dots" aria-hidden="true">
        {[0, 1, 2].map((dot) => (
          <li key={dot} data-done={dot <= at || undefined} />
        ))}
      </ol>
      <p className="welcome-count">{say('step', { at: at + 1 })}</p>
      <Form key={at} onSubmit={submit} className="welcome-form">
        <Step {...asked} />
        <div className="welcome-buttons">
          {at > 0 && (
            <Button icon="left" tone="quiet" onPress={onBack}>
              {say('back')}
            </Button>
          )}
          <Button type="submit" tone="primary" busy={busy}>
            {say(at === 2 ? 'open' : 'next')}
          </Button>
        </div>
      </Form>
    </section>
  )
}

function useFault(faults: Faults): (name: keyof Answers) => { error?: string } {
  const say = useWords(words)
  const spoken = useLanguage()
  return (name) => {
    const fault = faults[name]
    if (!fault) return {}
    return { error: fault instanceof Error ? sentenceOf(fault, spoken) : say(fault) }
  }
}

function You({ answers, faults, onChange }: Asked) {
  const say = useWords(words)
  const fault = useFault(faults)
  return (
    <>
      <h2>{say('you')}</h2>
      <p>{say('youText')}</p>
      <TextField label={say('name')} placeholder={say('namePlace')} autoComplete="name" autoFocus value={answers.person} onChange={(person) => onChange({ person })} {...fault('person')} />
      <TextField label={say('email')} hint={say('emailHint')} type="email" autoComplete="email" value={answers.email} onChange={(email) => onChange({ email })} {...fault('email')} />
      <TextField label={say('password')} hint={say('passwordHint')} type="password" autoComplete="new-password" value={answers.password} onChange={(password) => onChange({ password })} {...fault('password')} />
    </>
  ) // prettier-ignore
}

function Centre({ answers, faults, onChange }: Asked) {
  const say = useWords(words)
  const fault = useFault(faults)
  return (
    <>
      <h2>{say('centre')}</h2>
      <p>{say('centreText')}</p>
      <TextField label={say('centreName')} placeholder={say('centrePlace')} autoFocus value={answers.centre} onChange={(centre) => onChange({ centre })} {...fault('centre')} />
      <Colours value={answers.colour} onChange={(colour) => onChange({ colour })} />
      <div className="welcome-language">
        <span>{say('language')}</span>
        <Segments
          label={say('language')} value={answers.language} onChange={(language) => onChange({ language })}
          options={[{ id: 'fr', label: 'Français' }, { id: 'en', label: 'English' }]}
        />
      </div>
    </>
  ) // prettier-ignore
}

function Address({ answers, faults, onChange }: Asked) {
  const say = useWords(words)
  const fault = useFault(faults)
  return (
    <>
      <h2>{say('address')}</h2>
      <p>{say('addressText')}</p>
      <TextField
        label={say('addressField')} placeholder={say('addressPlace')} hint={say('addressHint')} type="email" icon="mail" autoFocus
        value={answers.address} onChange={(address) => onChange({ address })} {...fault('address')}
      />
    </>
  ) // prettier-ignore
}
