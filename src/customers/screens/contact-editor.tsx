import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Failure } from '#ui/failure'
import { Notice, Panel } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { deletePointOfContact, getCustomer, putPointOfContact, type Card } from '../contract.ts'
import { words } from './words.ts'

/** Who answers for this customer: the heart of the house. */
export function ContactEditor({ card, edits }: { card: Card; edits: boolean }) {
  const say = useWords(words)
  const own = card.contact?.of === 'customer' ? card.contact : null
  const [person, setPerson] = useState<PersonId | null>(own?.person ?? null)
  const [deputy, setDeputy] = useState<PersonId | null>(own?.deputy ?? null)
  const done = { refetch: [getCustomer], onDone: () => void toast({ text: say('saved'), tone: 'good' }), onError: () => {} } // shown in place
  const [name, end] = [useSend(putPointOfContact, done), useSend(deletePointOfContact, done)]
  if (!edits) return null
  const error = name.error ?? end.error
  return (
    <Panel title={say('contact')}>
      <div className="customers-form">
        <p className="customers-intro">{say('contactText')}</p>
        {card.contact?.of === 'company' && <Notice>{say('ofCompany')}</Notice>}
        <div className="customers-pair">
          <ChoosePerson label={say('contactPerson')} value={person} onChange={setPerson} />
          <ChoosePerson label={say('contactDeputy')} value={deputy} onChange={setDeputy} {...(person ? { without: person } : {})} />
        </div>
        {error && <Failure error={error} />}
        <div className="ui-button-row">
          <Button isDisabled={!person} busy={name.isPending} onPress={() => person && name.mutate({ customer: card.id, person, team: null, deputy })}>
            {say('nameContact')}
          </Button>
          {own && (
            <Confirm tone="quiet" label={say('endContact')} question={say('endContactQuestion')} yes={say('yesEnd')} onYes={() => end.mutate({ customer: card.id })} />
          )}
        </div>
      </div>
    </Panel>
  ) // prettier-ignore
}
