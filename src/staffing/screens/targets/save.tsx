import { useState } from 'react'
import { Refused } from '#ui/api'
import { Button } from '#ui/button'
import { tell } from '#ui/failure'
import { TextField } from '#ui/field'
import { Notice } from '#ui/layout'
import { refetch, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  getRequirements,
  getTargets,
  listTargets,
  putTargets,
  type TargetsDocument,
  type TargetsInForce,
} from '../../contract.ts'
import { aimWords } from './words.ts'

type Shown = {
  begun: TargetsInForce // what the changes rest on
  given: TargetsInForce // what is in force now, by whomever
  document: TargetsDocument
  onBegin: (from: TargetsInForce) => void // with nothing of one's own
  onKeep: (from: TargetsInForce) => void // one's own on top
}

/** Puts the changes in force, or gives them up. Where somebody else was faster, one chooses. */
export function Save({ begun, given, document, onBegin, onKeep }: Shown) {
  const say = useWords(aimWords)
  const [note, setNote] = useState('')
  const put = useSend(putTargets, {
    refetch: [getTargets, listTargets, getRequirements],
    onDone: (inForce) => {
      onBegin(inForce)
      toast({ text: say('saved'), tone: 'good' })
    },
    onError: (error) => (error instanceof Refused && error.code === 'stale' ? void refetch(getTargets) : tell(error)),
  })
  const isStale = begun.version !== given.version
  return (
    <div className="staffing-save" role="region" aria-label={say('unsaved')}>
      {isStale && <Stale given={given} onTake={() => onBegin(given)} onKeep={() => { onKeep(given); toast({ text: say('staleKept') }) }} />}
      <TextField label={say('note')} value={note} onChange={setNote} maxLength={300} />
      <Button tone="quiet" onPress={() => onBegin(given)}>
        {say('drop')}
      </Button>
      <Button tone="primary" busy={put.isPending} isDisabled={isStale} onPress={() => put.mutate({ version: begun.version, note, document })}>
        {say('save')}
      </Button>
    </div>
  ) // prettier-ignore
}

function Stale({ given, onTake, onKeep }: { given: TargetsInForce; onTake: () => void; onKeep: () => void }) {
  const say = useWords(aimWords)
  const { current } = given
  const buttons = (
    <>
      <Button size="small" onPress={onTake}>
        {say('staleTake')}
      </Button>
      <Button size="small" onPress={onKeep}>
        {say('staleKeep')}
      </Button>
    </>
  )
  return (
    <Notice tone="promise" action={buttons}>
      {say('staleTitle', { name: current?.made_by.name || say('staleSomebody'), note: current?.note ? say('staleNote', { note: current.note }) : '' })}
    </Notice>
  ) // prettier-ignore
}
