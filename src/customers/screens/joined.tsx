import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import { getCustomer, listCustomers, listLikenesses, removeJoin, type Card, type Likeness } from '../contract.ts'
import { useReasons } from './same-person.tsx'
import { words } from './same-person-words.ts'

/** Who else this person is known as; a join that began as a proposal is parted again by one press. */
export function Joined({ card, onChange }: { card: Card; onChange?: () => void }) {
  const say = useWords(words)
  const { may } = useMe()
  const part = useSend(removeJoin, {
    refetch: [getCustomer, listLikenesses, listCustomers],
    onDone: () => {
      toast({ text: say('parted') })
      onChange?.()
    },
  })
  const names = card.group.filter(({ id }) => id !== card.id).map(({ name }) => name)
  const mine = card.joins.filter(
    ({ parted_at, proposed_for }) => !parted_at && (proposed_for.length > 0 || may('customer.merge')),
  )
  const [only] = mine
  const why = useReasons({ reasons: (only?.proposed_for ?? []) as Likeness['reasons'], said_by: null }) // written from the same list
  return (
    <p className="customers-card-also">
      <span>
        {why === '' ? say('joinedWith', { names: names.join(', ') }) : say('joinedBecause', { names: names.join(', '), why })}
      </span>
      {only && mine.length === 1 && may('customer.accept_likeness') && (
        <Button
          size="small"
          tone="quiet"
          icon="undo"
          busy={part.isPending}
          onPress={() => part.mutate({ customer: card.id, join: only.id })}
        >
          {say('part')}
        </Button>
      )}
    </p>
  )
}
