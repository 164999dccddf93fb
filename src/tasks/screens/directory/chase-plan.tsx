import { useState } from 'react'
import { Button } from '#ui/button'
import { Switch } from '#ui/choice'
import { Failure } from '#ui/failure'
import { TextArea, TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Skeleton } from '#ui/loading'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getChasePlan, putChasePlan, tones, type ChasePlan, type Tone } from '../../contract.ts'
import { words } from './words.ts'

const FILLED = ['name', 'title', 'owner', 'brand', 'when', 'asked', 'reference'].map((word) => `{${word}}`).join(' ')

export function ChasePlanForm() {
  const { data, error, refetch } = useAsk(getChasePlan, {})
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton kind="rows" />
  return <Form key={data.version} plan={data} />
}

function Form({ plan }: { plan: ChasePlan }) {
  const say = useWords(words)
  const [on, setOn] = useState(plan.on)
  const [hours, setHours] = useState(() => hoursOf(plan))
  const [texts, setTexts] = useState(plan.texts)
  const save = useSend(putChasePlan, { refetch: [getChasePlan], onDone: () => toast({ text: say('saved') }), onError: () => {} })
  const steps = tones.flatMap((tone) => {
    const minutes = Math.round(Number((hours[tone] ?? '').replace(',', '.').replace('−', '-')) * 60)
    return (hours[tone] ?? '').trim() === '' || Number.isNaN(minutes) ? [] : [{ tone, minutes }]
  })
  const write = (tone: Tone, part: Partial<ChasePlan['texts'][Tone]>) =>
    setTexts({ ...texts, [tone]: { ...texts[tone], ...part } })
  return (
    <div className="tasks-directory">
      <p className="tasks-quiet">{say('chaseLead')}</p>
      <Switch isSelected={on} onChange={setOn}>
        {say('chaseOn')}
      </Switch>
      {tones.map((tone) => (
        <Panel key={tone} title={say(`tone_${tone}`)}>
          <div className="tasks-form">
            <TextField label={say('when')} hint={say('hoursHint')} inputMode="decimal" value={hours[tone] ?? ''} onChange={(text) => setHours({ ...hours, [tone]: text })} />
            <TextArea label={say('text_fr')} hint={say('textHint', { list: FILLED })} value={texts[tone].fr} onChange={(fr) => write(tone, { fr })} maxLength={2000} />
            <TextArea label={say('text_en')} value={texts[tone].en} onChange={(en) => write(tone, { en })} maxLength={2000} />
          </div>
        </Panel>
      ))}
      {save.error && <Failure error={save.error} />}
      <Button tone="primary" busy={save.isPending} onPress={() => save.mutate({ on, steps, texts, ...(plan.version > 0 ? { version: plan.version } : {}) })}>
        {say('save')}
      </Button>
    </div>
  ) // prettier-ignore
}

const hoursOf = ({ steps }: ChasePlan): Partial<Record<Tone, string>> =>
  Object.fromEntries(steps.map(({ tone, minutes }) => [tone, String(minutes / 60)]))
