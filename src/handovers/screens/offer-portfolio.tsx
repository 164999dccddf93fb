import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { useMe } from '#access/screens'
import { ChoosePerson, useAllPeople } from '#staff/screens'
import { Button } from '#ui/button'
import { Checkbox, Radios } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countResting, listPortfolios, listResting, postPortfolio, type ItemKind } from '../contract.ts'
import { words } from './words.ts'

type Offering = {
  from: PersonId | null // somebody else than the reader
  items: { kind: ItemKind; id: string }[] | null // all that rests on them
  onClose: (done: boolean) => void
}

/** To whom, why, with which word, and whether customers are told. */
export function OfferPortfolio({ from, items, onClose }: Offering) {
  const say = useWords(words)
  const { me } = useMe()
  const giver = from ?? me?.person?.id
  const [to, setTo] = useState<PersonId | null>(null)
  const [occasion, setOccasion] = useState<'leave' | 'reorganisation'>('leave')
  const [message, setMessage] = useState('')
  const [introduce, setIntroduce] = useState(true)
  const name = useAllPeople().find(({ id }) => id === to)?.name ?? ''
  const offer = useSend(postPortfolio, {
    refetch: [listPortfolios, listResting, countResting],
    onDone: () => {
      toast({ tone: 'good', text: say('portfolioOffered', { name }) })
      onClose(true)
    },
    onError: () => {}, // shown in place
  })
  const go = () => to && offer.mutate({ to, ...(from && { from }), occasion, message, introduce, wanted: items ? { items } : {} })
  const foot = (
    <>
      <Button onPress={() => onClose(false)}>{say('cancel')}</Button>
      <Button tone="primary" icon="handover" isDisabled={!to} busy={offer.isPending} onPress={go}>
        {say('offerPortfolio')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={() => onClose(false)} title={say('portfolioTitle')} foot={foot}>
      <Stack>
        <ChoosePerson label={say('to')} value={to} onChange={setTo} isRequired {...(giver ? { without: giver } : {})} />
        <Radios
          label={say('occasion')} value={occasion} onChange={setOccasion}
          options={[{ id: 'leave', label: say('occasion_leave') }, { id: 'reorganisation', label: say('occasion_reorganisation') }]}
        />
        <TextArea label={say('message')} rows={3} value={message} onChange={setMessage} maxLength={4000} />
        <Checkbox isSelected={introduce} onChange={setIntroduce}>
          {say('introduceAll')}
        </Checkbox>
        {offer.error && <Failure error={offer.error} />}
      </Stack>
    </Dialog>
  ) // prettier-ignore
}
