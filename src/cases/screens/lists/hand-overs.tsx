import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Avatar } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { Time } from '#ui/time'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { countCases, getCase, listCases, listHandOvers, putHandOver, type HandOver } from '../../contract.ts'
import { words } from '../words.ts'

type Offered = HandOver & { number: number; subject: string }

/** On top of everything: somebody waits for a yes or a no. */
export function HandOversForMe() {
  const say = useWords(words)
  const offered = useAsk(listHandOvers, {}).data?.items ?? []
  if (offered.length === 0) return null
  return (
    <Panel title={say('handOvers')} tone="promise">
      <ul className="cases-offers">
        {offered.map((each) => (
          <li key={each.id} className="cases-offer">
            <Avatar person={each.from} size={36} />
            <div className="cases-offer-words">
              <strong>{say('gives', { name: each.from.name, number: each.number })}</strong>
              <Link to={`/cases/${each.case_id}`}>{each.subject || say('noSubject')}</Link>
              {each.message && <blockquote>{each.message}</blockquote>}
              <small>
                <Time at={each.offered_at} />
                {each.due_at && (
                  <>
                    {' '}
                    · {say('answerBy')} <Time at={each.due_at} />
                  </>
                )}
              </small>
            </div>
            <AnswerHandOver offered={each} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Accept or decline, in place. */
export function AnswerHandOver({ offered }: { offered: Offered }) {
  const say = useWords(words)
  const [declining, setDeclining] = useState(false)
  const [why, setWhy] = useState('')
  const answer = useSend(putHandOver, {
    refetch: [listHandOvers, listCases, countCases, getCase],
    onDone: ({ ended_as, from }) =>
      toast({
        tone: 'good',
        text: ended_as === 'accepted' ? say('accepted', { number: offered.number }) : say('declined', { name: from.name }),
      }),
  })
  const tell = (as: 'accepted' | 'declined') => answer.mutate({ id: offered.id, as, answer: as === 'declined' ? why : '' })
  if (declining)
    return (
      <form
        className="cases-offer-decline"
        onSubmit={(event) => {
          event.preventDefault()
          tell('declined')
        }}
      >
        <TextField
          label={say('declineWhy', { name: offered.from.name })}
          value={why}
          onChange={setWhy}
          maxLength={4000}
          isRequired
          autoFocus
        />
        <div className="ui-button-row">
          <Button type="submit" busy={answer.isPending} isDisabled={why.trim() === ''}>
            {say('declineNow')}
          </Button>
          <Button tone="quiet" onPress={() => setDeclining(false)}>
            {say('cancel')}
          </Button>
        </div>
      </form>
    )
  return (
    <div className="ui-button-row">
      <Button tone="primary" icon="check" busy={answer.isPending} onPress={() => tell('accepted')}>
        {say('accept')}
      </Button>
      <Button onPress={() => setDeclining(true)}>{say('decline')}</Button>
    </div>
  )
}
