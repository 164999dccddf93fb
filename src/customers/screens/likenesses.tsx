import { useState } from 'react'
import { Button } from '#ui/button'
import { Confirm } from '#ui/confirm'
import { Dialog } from '#ui/dialog'
import { Failure } from '#ui/failure'
import { TextField } from '#ui/field'
import { Panel } from '#ui/layout'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { addJoin, getCustomer, listCustomers, listLikenesses, removeJoin, type Card, type Likeness } from '../contract.ts'
import { words } from './words.ts'

const stale = [getCustomer, listLikenesses, listCustomers]

/** Records that may be one person, and those that somebody already said are. */
export function Likenesses({ card, joins }: { card: Card; joins: boolean }) {
  const say = useWords(words)
  const [joining, setJoining] = useState<Likeness | null>(null)
  const likely = useAsk(listLikenesses, { customer: card.id })
  const open = card.joins.filter(({ parted_at }) => !parted_at)
  if (open.length === 0 && (likely.data?.items.length ?? 0) === 0) return null
  return (
    <>
      {open.length > 0 && <Joined card={card} joins={joins} />}
      {(likely.data?.items.length ?? 0) > 0 && (
        <Panel title={say('likely')}>
          <ul className="customers-lines">
            {likely.data?.items.map((like) => (
              <li key={like.customer.id}>
                <Face person={like.customer} detail={like.reasons.map((reason) => say(reason)).join(', ')} size={36} />
                {joins && (
                  <Button size="small" icon="link" onPress={() => setJoining(like)}>
                    {say('join')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {joining && <Join card={card} like={joining} onClose={() => setJoining(null)} />}
    </>
  )
}

function Joined({ card, joins }: { card: Card; joins: boolean }) {
  const say = useWords(words)
  const part = useSend(removeJoin, { refetch: stale, onDone: () => void toast({ text: say('parted') }) })
  const names = new Map(card.group.map(({ id, name }) => [id, name]))
  return (
    <Panel title={say('joins')}>
      <ul className="customers-lines">
        {card.joins
          .filter(({ parted_at }) => !parted_at)
          .map(({ id, a, b, why }) => (
            <li key={id}>
              <Face person={{ id: b, name: `${names.get(a) ?? '…'} = ${names.get(b) ?? '…'}` }} detail={why} />
              {joins && (
                <Confirm size="small" tone="quiet" label={say('part')} question={say('partQuestion')} yes={say('yesPart')} onYes={() => part.mutate({ customer: card.id, join: id })} />
              )}
            </li>
          ))}
      </ul>
    </Panel>
  ) // prettier-ignore
}

function Join({ card, like, onClose }: { card: Card; like: Likeness; onClose: () => void }) {
  const say = useWords(words)
  const [why, setWhy] = useState('')
  const join = useSend(addJoin, {
    refetch: stale,
    onDone: () => {
      toast({ text: say('joined'), tone: 'good' })
      onClose()
    },
    onError: () => {}, // shown in place
  })
  const save = () => join.mutate({ customer: card.id, with: like.customer.id, why })
  const foot = (
    <>
      <Button onPress={onClose}>{say('cancel')}</Button>
      <Button tone="primary" busy={join.isPending} isDisabled={why.trim() === ''} onPress={save}>
        {say('join')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={say('joinTitle')} foot={foot} size="small">
      <div className="customers-form">
        <p>{say('joinText')}</p>
        <Face person={card} size={36} />
        <Face person={like.customer} detail={like.customer.email ?? ''} size={36} />
        <TextField label={say('why')} hint={say('whyHint')} autoFocus value={why} onChange={setWhy} />
        {join.error && <Failure error={join.error} />}
      </div>
    </Dialog>
  )
}
