import { useState } from 'react'
import { Badge } from '#ui/badge'
import { Button } from '#ui/button'
import { Segments } from '#ui/choice'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { useAskPages, useSend } from '#ui/query'
import { Select } from '#ui/select'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import { addConsent, getCustomer, listConsents, type Card } from '../contract.ts'
import { words } from './words.ts'

/** What was agreed to and what was taken back, with how it was said. Nothing is ever rewritten. */
export function Consents({ card, edits }: { card: Card; edits: boolean }) {
  const say = useWords(words)
  const { items } = useAskPages(listConsents, { customer: card.id })
  return (
    <Panel title={say('consents')}>
      {items.length === 0 && <p className="customers-intro">{say('noConsents')}</p>}
      <ul className="customers-lines">
        {items.map(({ id, purpose, channel, decision, how, at }) => (
          <li key={id}>
            <Badge tone={decision === 'given' ? 'good' : 'danger'}>{say(decision)}</Badge>
            <span className="customers-value">
              {purpose} · {channel}
              <small>
                {how} · <Time at={at} />
              </small>
            </span>
          </li>
        ))}
      </ul>
      {edits && <Record card={card} />}
    </Panel>
  )
}

function Record({ card }: { card: Card }) {
  const say = useWords(words)
  const [purpose, setPurpose] = useState('')
  const [how, setHow] = useState('')
  const [channel, setChannel] = useState<'email' | 'phone' | 'postal'>('email')
  const [decision, setDecision] = useState<'given' | 'withdrawn'>('given')
  const add = useSend(addConsent, {
    refetch: [listConsents, getCustomer],
    onDone: () => {
      setPurpose('')
      setHow('')
    },
    onError: () => {}, // shown in place
  })
  const ready = purpose.trim() !== '' && how.trim() !== ''
  const save = () => add.mutate({ customer: card.id, purpose, channel, decision, how, text_version: null })
  return (
    <div className="customers-record">
      <TextField label={say('purpose')} placeholder={say('purposePlace')} value={purpose} onChange={setPurpose} />
      <Select label={say('channel')} value={channel} onChange={setChannel} options={(['email', 'phone', 'postal'] as const).map((id) => ({ id, label: say(id) }))} />
      <TextField label={say('how')} placeholder={say('howPlace')} value={how} onChange={setHow} />
      <Segments label={say('decision')} value={decision} onChange={setDecision} options={[{ id: 'given', label: say('given') }, { id: 'withdrawn', label: say('withdrawn') }]} />
      <Button isDisabled={!ready} busy={add.isPending} onPress={save}>
        {say('record')}
      </Button>
      {add.error && <Failure error={add.error} />}
    </div>
  ) // prettier-ignore
}
