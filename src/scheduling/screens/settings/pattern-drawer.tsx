import { useState } from 'react'
import { Refused } from '#ui/api'
import { Button, ButtonRow } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Drawer } from '#ui/dialog'
import { sentenceOf } from '#ui/failure'
import { TextField } from '#ui/field'
import { useLanguage } from '#ui/language'
import { Notice, Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { weekdays } from '../../contract/moments.ts'
import { patternTaken } from '../../contract/refusals.ts'
import { listPatterns, patchPattern, postPattern, type KeptPattern } from '../../contract/work-terms.ts'
import { weekdayName } from '../mine/wish-words.ts'
import { HourField } from '../planning/hour-field.tsx'
import { number } from './contract-form.ts'
import { formOf, freshForm, termsOf, wrongIn, type Example, type PatternField, type PatternForm } from './pattern-form.ts'
import { patternWords } from './pattern-words.ts'

export type Edited = { kept: KeptPattern } | { example: Example | null }

/** A pattern written or changed; every mistake is told at its field. */
export function PatternDrawer({ edited, onClose }: { edited: Edited; onClose: () => void }) {
  const say = useWords(patternWords)
  const kept = 'kept' in edited ? edited.kept : null
  const [form, setForm] = useState<PatternForm>(() => ('kept' in edited ? formOf(edited.kept.terms) : freshForm(edited.example ? say(`example_${edited.example}`) : '', edited.example)))
  const [tried, setTried] = useState(false)
  const done = { refetch: [listPatterns], onError: () => {}, onDone: () => { toast({ text: say('saved'), tone: 'good' }); onClose() } }
  const post = useSend(postPattern, done)
  const patch = useSend(patchPattern, done)
  const refused = post.error ?? patch.error
  const taken = refused instanceof Refused && refused.code === patternTaken.code
  const wrong = wrongIn(form)
  const bad = Object.keys(wrong).length > 0
  const change = (part: Partial<PatternForm>): void => {
    setForm({ ...form, ...part })
    if (!taken) return
    post.reset()
    patch.reset()
  }
  const save = (): void => {
    setTried(true)
    if (bad) return
    if (kept) patch.mutate({ id: kept.id, version: kept.version, terms: termsOf(form, kept.terms) })
    else post.mutate({ terms: termsOf(form) })
  }
  return (
    <Drawer
      open
      onClose={onClose}
      title={kept ? say('title', { name: kept.terms.name }) : say('add')}
      foot={
        <ButtonRow end>
          <Button tone="quiet" onPress={onClose}>{say('cancel')}</Button>
          <Button tone="primary" isDisabled={tried && bad} busy={post.isPending || patch.isPending} onPress={save}>{say('save')}</Button>
        </ButtonRow>
      }
    >
      <Stack>
        {refused && !taken && <Notice tone="danger">{sentenceOf(refused)}</Notice>}
        <Fields form={form} wrong={wrong} quietName={!tried} nameTaken={taken ? sentenceOf(refused) : null} every={kept && kept.terms.breaks !== 'none' ? kept.terms.breaks.every_h : null} onForm={change} />
      </Stack>
    </Drawer>
  )
} // prettier-ignore

type Filling = {
  form: PatternForm
  wrong: ReturnType<typeof wrongIn>
  quietName: boolean
  nameTaken: string | null
  every: number | null
  onForm: (part: Partial<PatternForm>) => void
}

function Fields({ form, wrong, quietName, nameTaken, every, onForm }: Filling) {
  const say = useWords(patternWords)
  const spoken = useLanguage()
  const error = (field: PatternField): { error?: string } => {
    const word = wrong[field]
    return word ? { error: say(word) } : {}
  }
  return (
    <>
      <TextField label={say('name')} value={form.name} onChange={(name) => onForm({ name })} maxLength={120} {...(nameTaken ? { error: nameTaken } : quietName ? {} : error('name'))} />
      <div className="scheduling-two">
        <HourField eager label={say('startFrom')} value={form.startFrom} onChange={(startFrom) => onForm({ startFrom })} />
        <HourField eager label={say('startTo')} value={form.startTo} onChange={(startTo) => onForm({ startTo })} {...error('startTo')} />
      </div>
      <div className="scheduling-two">
        <TextField label={say('least')} value={form.least} onChange={(least) => onForm({ least })} inputMode="decimal" {...error('least')} />
        <TextField label={say('most')} value={form.most} onChange={(most) => onForm({ most })} inputMode="decimal" {...error('most')} />
      </div>
      <TextField label={say('lunch')} hint={say('lunchHint')} value={form.lunch} onChange={(lunch) => onForm({ lunch })} inputMode="numeric" {...error('lunch')} />
      {number(form.lunch) !== 0 && (
        <div className="scheduling-two">
          <HourField eager label={say('lunchFrom')} value={form.lunchFrom} onChange={(lunchFrom) => onForm({ lunchFrom })} />
          <HourField eager label={say('lunchTo')} value={form.lunchTo} onChange={(lunchTo) => onForm({ lunchTo })} {...error('lunchTo')} />
        </div>
      )}
      <TextField label={say('breaks')} hint={every === null ? say('breaksHint') : say('breaksHintEvery', { hours: String(every) })} value={form.breaks} onChange={(breaks) => onForm({ breaks })} inputMode="numeric" {...error('breaks')} />
      <fieldset className="scheduling-weekday-set">
        <legend>{say('on')}</legend>
        {weekdays.map((day) => <Checkbox key={day} isSelected={form.on.includes(day)} onChange={(on) => onForm({ on: weekdays.filter((each) => (each === day ? on : form.on.includes(each))) })}>{weekdayName(day, spoken)}</Checkbox>)}
        {wrong.on && <p className="scheduling-wrong">{say(wrong.on)}</p>}
      </fieldset>
    </>
  )
} // prettier-ignore
