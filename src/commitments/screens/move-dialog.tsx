import { useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Dialog } from '#ui/dialog'
import { TextArea, TextField } from '#ui/field'
import { Stack } from '#ui/layout'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCase, listCases } from '#cases/contract'
import { LONGEST_WHAT, postMove, putWithdrawn, type Promised, type Proposal } from '../contract.ts'
import { useDueWords } from './use-due-words.ts'
import { MomentField } from './moment-field.tsx'
import { dueOf, touched } from './promise-dialog.tsx'
import { words } from './words.ts'

type Changing = { promise: Promised; onClose: () => void; onDone?: () => void }

/** Another moment instead; the customer hears of it first-hand, or it is said why not. */
export function MoveDialog({ promise, onClose, onDone = () => {} }: Changing) {
  const say = useWords(words)
  const when = useDueWords()
  const [typed, setTyped] = useState('')
  const [moment, setMoment] = useState<Proposal | null>(null)
  const [because, setBecause] = useState('')
  const [tells, setTells] = useState(true)
  const [untold, setUntold] = useState('')
  const [own, setOwn] = useState<string | null>(null) // as the agent wrote it
  const suggested = moment ? say('wordText', { old: when(promise), new: when(moment) }) : ''
  const word = (own ?? suggested).trim()
  const move = useSend(postMove, {
    refetch: [...touched, getCase, listCases],
    onDone: (made) => {
      toast({ tone: 'good', text: say('movedToast', { when: when(made) }) })
      onDone()
      onClose()
    },
  })
  const ready = moment !== null && because.trim() !== '' && (tells ? word : untold.trim()) !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!moment || !ready) return
    move.mutate({
      id: promise.id,
      version: promise.version,
      due: dueOf(moment),
      because: because.trim(),
      ...(tells ? { word } : { without_word: untold.trim() }),
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('moveTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button type="submit" form="commitments-move" tone="primary" icon="promise" isDisabled={!ready} busy={move.isPending}>
            {say('move')}
          </Button>
        </>
      }
    >
      <form id="commitments-move" onSubmit={submit}>
        <Stack>
          <p className="commitments-quoted">
            {promise.what} · <s>{when(promise)}</s>
          </p>
          <MomentField of={promise.case.id} value={typed} onChange={setTyped} onMoment={setMoment} autoFocus />
          <TextField
            label={say('because')}
            hint={say('becauseHint')}
            value={because}
            onChange={setBecause}
            maxLength={LONGEST_WHAT}
            isRequired
          />
          <Checkbox isSelected={tells} onChange={setTells}>
            {say('tellCustomer')}
          </Checkbox>
          {!tells && (
            <TextField
              label={say('untoldBecause')}
              hint={say('untoldHint')}
              value={untold}
              onChange={setUntold}
              maxLength={LONGEST_WHAT}
              isRequired
            />
          )}
          {tells && moment && (
            <TextArea label={say('word')} rows={5} value={own ?? suggested} onChange={setOwn} maxLength={20_000} />
          )}
        </Stack>
      </form>
    </Dialog>
  )
}

/** It no longer holds: why is asked, since the customer was told otherwise. */
export function WithdrawDialog({ promise, onClose }: Changing) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const withdraw = useSend(putWithdrawn, {
    refetch: touched,
    onDone: () => {
      toast({ text: say('withdrawnToast') })
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (because.trim() !== '') withdraw.mutate({ id: promise.id, version: promise.version, because: because.trim() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title={say('withdrawTitle')}
      foot={
        <>
          <Button onPress={onClose}>{say('cancel')}</Button>
          <Button
            type="submit"
            form="commitments-withdraw"
            tone="danger"
            isDisabled={because.trim() === ''}
            busy={withdraw.isPending}
          >
            {say('withdraw')}
          </Button>
        </>
      }
    >
      <form id="commitments-withdraw" onSubmit={submit}>
        <Stack>
          <p>{say('withdrawText')}</p>
          <TextField
            label={say('because')}
            hint={say('becauseHint')}
            value={because}
            onChange={setBecause}
            maxLength={LONGEST_WHAT}
            isRequired
            autoFocus
          />
        </Stack>
      </form>
    </Dialog>
  )
}
