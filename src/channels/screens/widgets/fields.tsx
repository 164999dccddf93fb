import { Switch } from '#ui/choice'
import { TextArea, TextField } from '#ui/field'
import { Select } from '#ui/select'
import { useWords } from '#ui/words'
import type { Filled, Sentence, Wrong } from './filled.ts'
import { words } from './words.ts'

type Filling = { filled: Filled; wrong: Wrong; onFill: (part: Partial<Filled>) => void }

export function useSentence() {
  const say = useWords(words)
  return (sentence: Sentence | undefined): { error?: string } => {
    if (!sentence) return {}
    if (sentence.key === 'originWrong') return { error: say('originWrong', { line: sentence.line }) }
    if (sentence.key === 'privacyWrong') return { error: say('privacyWrong') }
    return { error: say('numberWrong', { least: sentence.least, most: sentence.most }) }
  }
}

export function Sites({ filled, wrong, onFill }: Filling) {
  const say = useWords(words)
  const told = useSentence()
  return (
    <TextArea
      label={say('origins')} hint={say('originsHint')} rows={2} placeholder="https://www.exemple.fr" value={filled.origins} spellCheck="false"
      onChange={(origins) => onFill({ origins })} {...told(wrong.origins)}
    />
  ) // prettier-ignore
}

const MINUTES = ['1', '2', '5', '10', '15', '30', '60', '120', '480', '1440'] as const

export function Offers({ filled, wrong, onFill }: Filling) {
  const say = useWords(words)
  const told = useSentence()
  const minutes = MINUTES.some((each) => each === filled.mailAfter) ? [...MINUTES] : [...MINUTES, filled.mailAfter]
  return (
    <>
      <TextArea label={say('greetingFr')} rows={2} value={filled.greetingFr} onChange={(greetingFr) => onFill({ greetingFr })} />
      <TextArea label={say('greetingEn')} rows={2} value={filled.greetingEn} onChange={(greetingEn) => onFill({ greetingEn })} />
      <TextField
        label={say('privacy')} hint={say('privacyHint')} type="url" icon="shield" value={filled.privacy} onChange={(privacy) => onFill({ privacy })}
        {...told(wrong.privacy)}
      />
      <fieldset className="widgets-set">
        <legend>{say('offers')}</legend>
        <Switch isSelected={filled.mayCallBack} onChange={(mayCallBack) => onFill({ mayCallBack })} detail={say('mayCallBackText')}>
          {say('mayCallBack')}
        </Switch>
        <Switch isSelected={filled.mayLeave} onChange={(mayLeave) => onFill({ mayLeave })} detail={say('mayLeaveText')}>
          {say('mayLeave')}
        </Switch>
        <Select
          label={say('mailAfter')} hint={say('mailAfterHint')} value={filled.mailAfter} onChange={(mailAfter) => onFill({ mailAfter })}
          options={minutes.map((id) => ({ id, label: say('minutes', { count: Number(id) }) }))}
        />
      </fieldset>
    </>
  ) // prettier-ignore
}

const numbers = [['perMinute', 'perMinute'], ['perHour', 'perHour'], ['megabytes', 'fileSize'], ['files', 'files']] as const // prettier-ignore

export function Bounds({ filled, wrong, onFill }: Filling) {
  const say = useWords(words)
  const told = useSentence()
  return (
    <fieldset className="widgets-set">
      <legend>{say('bounds')}</legend>
      <p>{say('boundsText')}</p>
      <div className="widgets-pair">
        {numbers.map(([field, label]) => (
          <TextField
            key={field} label={say(label)} inputMode="numeric" value={filled[field]} onChange={(text) => onFill({ [field]: text })}
            {...told(wrong[field])}
          />
        ))}
      </div>
    </fieldset>
  ) // prettier-ignore
}
