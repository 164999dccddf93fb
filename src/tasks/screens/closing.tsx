// Before a case is closed over open tasks: what is to become of them.
import { useState } from 'react'
import type { Case } from '#cases/contract'
import { send } from '#ui/api'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { tell } from '#ui/failure'
import { TextArea } from '#ui/field'
import { Stack } from '#ui/layout'
import { refetch } from '#ui/query'
import { useWords } from '#ui/words'
import { LONGEST_BECAUSE, putCancelled, type TaskId } from '../contract.ts'
import { touched } from './touched.ts'
import { words } from './words.ts'

type Closing = { found: Case; onGo: () => void; onStay: () => void }

/** Called off with a reason, and the closing goes on; or left as they are, and the closing asks why. */
export function ClosingTasks({ found, onGo, onStay }: Closing) {
  const say = useWords(words)
  const [because, setBecause] = useState('')
  const [busy, setBusy] = useState(false)
  const open = found.blockers.filter(({ kind }) => kind === 'task')
  const callOff = async () => {
    setBusy(true)
    try {
      for (const { id } of open) await send(putCancelled, { id: id as TaskId, because: because.trim() }) // a blocker of this kind is a task
      await refetch(...touched)
      onGo()
    } catch (error) {
      tell(error)
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onStay}
      title={say('closingTitle')}
      foot={
        <>
          <Button onPress={onStay}>{say('closingStay')}</Button>
          <Button onPress={onGo}>{say('closingLeave')}</Button>
          <Button tone="primary" icon="check" isDisabled={because.trim() === ''} busy={busy} onPress={() => void callOff()}>
            {say('closingCancel')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{say('closingText')}</p>
        <ul className="tasks-list">
          {open.map(({ id, what, waits_for }) => (
            <li key={id}>
              <strong>{what}</strong> <small className="tasks-quiet">{waits_for.name}</small>
            </li>
          ))}
        </ul>
        <TextArea label={say('because')} rows={2} value={because} onChange={setBecause} maxLength={LONGEST_BECAUSE} autoFocus />
      </Stack>
    </Dialog>
  )
}
