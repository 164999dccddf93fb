import { useState } from 'react'
import type { PersonId } from '#base/contract'
import { ChoosePerson } from '#staff/screens'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { putSettled, type Baton } from '../contract.ts'
import { touched } from './answer-baton.tsx'
import { words } from './words.ts'

/** A manager decides where nobody answered. */
export function SettleBaton({ baton }: { baton: Baton }) {
  const say = useWords(words)
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState<PersonId | null>(baton.to.id)
  const [because, setBecause] = useState('')
  const settle = useSend(putSettled, {
    refetch: touched,
    onDone: () => {
      setOpen(false)
      toast({ tone: 'good', text: say('decided') })
    },
    onError: () => {}, // shown in place
  })
  const foot = (
    <>
      <Button onPress={() => setOpen(false)}>{say('cancel')}</Button>
      <Button tone="primary" isDisabled={!to || because.trim() === ''} busy={settle.isPending} onPress={() => to && settle.mutate({ id: baton.id, to, because })}>
        {say('decide')}
      </Button>
    </>
  ) // prettier-ignore
  return (
    <>
      <Button size="small" tone="promise" onPress={() => setOpen(true)}>
        {say('settle')}
      </Button>
      {open && (
        <Dialog open onClose={() => setOpen(false)} title={say('settleTitle', { name: baton.to.name })} size="small" foot={foot}>
          <Stack>
            <ChoosePerson label={say('settleTo')} hint={say('settleHint')} without={baton.from.id} value={to} onChange={setTo} />
            <TextField label={say('because')} value={because} onChange={setBecause} maxLength={4000} isRequired />
            {settle.error && <Failure error={settle.error} />}
          </Stack>
        </Dialog>
      )}
    </>
  )
}
