import { useState } from 'react'
import { countCases, getCase, listCases } from '#cases/contract'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countBatons, getBaton, getCaseBaton, listBatons, putAnswer, type Baton } from '../contract.ts'
import { words } from './words.ts'

export const touched = [getCase, getCaseBaton, getBaton, listCases, countCases, listBatons, countBatons]

/** Yes, or no and why: in place. */
export function AnswerBaton({ baton }: { baton: Baton }) {
  const say = useWords(words)
  const [declining, setDeclining] = useState(false)
  const [because, setBecause] = useState('')
  const answer = useSend(putAnswer, {
    refetch: touched,
    onDone: ({ ended_as }) =>
      toast({
        tone: 'good',
        text:
          ended_as === 'accepted' ? say('accepted', { number: baton.case.number }) : say('declined', { name: baton.from.name }),
      }),
  })
  const tell = (as: 'accepted' | 'declined') => answer.mutate({ id: baton.id, as, because: as === 'declined' ? because : '' })
  if (!declining)
    return (
      <div className="ui-button-row">
        <Button tone="primary" icon="check" busy={answer.isPending} onPress={() => tell('accepted')}>
          {say('accept')}
        </Button>
        <Button onPress={() => setDeclining(true)}>{say('decline')}</Button>
      </div>
    )
  return (
    <form
      className="handovers-decline"
      onSubmit={(event) => {
        event.preventDefault()
        if (because.trim()) tell('declined')
      }}
    >
      <TextField label={say('declineWhy', { name: baton.from.name })} value={because} onChange={setBecause} maxLength={4000} isRequired autoFocus />
      <div className="ui-button-row">
        <Button type="submit" isDisabled={because.trim() === ''} busy={answer.isPending}>
          {say('declineNow')}
        </Button>
        <Button tone="quiet" onPress={() => setDeclining(false)}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  ) // prettier-ignore
}
