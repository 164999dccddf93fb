import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Panel } from '#ui/layout'
import { Person as Face } from '#ui/person'
import { useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCustomer, listCustomers, listLikenesses, removeJoin, type Card, type Likeness } from '../contract.ts'
import { words as personWords } from './same-person-words.ts'
import { useReasons, useVerdict } from './same-person.tsx'
import { words } from './words.ts'

/** Records that may be one person, and those that somebody already said are. */
export function Likenesses({ card }: { card: Card }) {
  const say = useWords(words)
  const likely = useAsk(listLikenesses, { customer: card.id }).data?.items ?? []
  const joined = card.joins.some(({ parted_at }) => !parted_at)
  return (
    <>
      {joined && <Joins card={card} />}
      {likely.length > 0 && (
        <Panel title={say('likely')}>
          <p className="customers-hint">{say('joinText')}</p>
          <ul className="customers-lines">
            {likely.map((like) => (
              <Likely key={like.customer.id} card={card} like={like} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function Likely({ card, like }: { card: Card; like: Likeness }) {
  const say = useWords(personWords)
  const { may } = useMe()
  const why = useReasons(like)
  const { accept, reject, busy } = useVerdict(card.id)
  return (
    <li>
      <Face person={like.customer} detail={why} size={36} />
      {may('customer.accept_likeness') && (
        <span className="ui-button-row">
          <Button size="small" icon="check" isDisabled={busy} onPress={() => accept(like)}>
            {say('same')}
          </Button>
          <Button size="small" tone="quiet" isDisabled={busy} onPress={() => reject(like)}>
            {say('different')}
          </Button>
        </span>
      )}
    </li>
  )
}

function Joins({ card }: { card: Card }) {
  const say = useWords(words)
  const names = new Map(card.group.map(({ id, name }) => [id, name]))
  return (
    <Panel title={say('joins')}>
      <ul className="customers-lines">
        {card.joins
          .filter(({ parted_at }) => !parted_at)
          .map((join) => (
            <Edge key={join.id} card={card} join={join} names={names} />
          ))}
      </ul>
    </Panel>
  )
}

function Edge({ card, join, names }: { card: Card; join: Card['joins'][number]; names: ReadonlyMap<string, string> }) {
  const say = useWords(words)
  const { may } = useMe()
  const reasons = join.proposed_for as Likeness['reasons'] // written from the same list
  const proposed = useReasons({ reasons, said_by: null })
  const part = useSend(removeJoin, {
    refetch: [getCustomer, listLikenesses, listCustomers],
    onDone: () => void toast({ text: say('parted') }),
  })
  const mine = may('customer.merge') || (reasons.length > 0 && may('customer.accept_likeness'))
  return (
    <li>
      <Face
        person={{ id: join.b, name: `${names.get(join.a) ?? '…'} = ${names.get(join.b) ?? '…'}` }}
        detail={reasons.length > 0 ? proposed : join.why}
      />
      {mine && (
        <Button
          size="small"
          tone="quiet"
          icon="undo"
          busy={part.isPending}
          onPress={() => part.mutate({ customer: card.id, join: join.id })}
        >
          {say('part')}
        </Button>
      )}
    </li>
  )
}
