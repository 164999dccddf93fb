import { Link } from '@tanstack/react-router'
import { useMe } from '#access/screens'
import { Button } from '#ui/button'
import { Notice } from '#ui/layout'
import { refetch, useAsk, useSend } from '#ui/query'
import { toast } from '#ui/toast'
import { useWords } from '#ui/words'
import {
  deleteLikeness, getCustomer, listCustomers, listLikenesses, putLikeness, removeJoin, type CustomerId, type Likeness,
} from '../contract.ts' // prettier-ignore
import { words } from './same-person-words.ts'
import './card.css'

const stale = [getCustomer, listLikenesses, listCustomers]
const STRONG = 0.7 // a name alone is no reason to disturb whoever serves

/** Beside a case: perhaps somebody we know already, why, and one press to say so or not; each can be taken back. */
export function SamePerson({ customer, onChange }: { customer: CustomerId; onChange?: () => void }) {
  const { may } = useMe()
  const asked = useAsk(listLikenesses, { customer }, { enabled: may('customer.accept_likeness') })
  const strong = asked.data?.items.filter(({ score }) => score >= STRONG) ?? []
  const [first] = strong
  return first ? <Proposal customer={customer} like={first} more={strong.length - 1} onChange={onChange} /> : null
}

type Proposed = { customer: CustomerId; like: Likeness; more: number; onChange: (() => void) | undefined }

function Proposal({ customer, like, more, onChange }: Proposed) {
  const say = useWords(words)
  const why = useReasons(like)
  const { accept, reject, busy } = useVerdict(customer, onChange)
  const choice = (
    <span className="ui-button-row">
      <Button size="small" icon="check" isDisabled={busy} onPress={() => accept(like)}>
        {say('same')}
      </Button>
      <Button size="small" tone="quiet" isDisabled={busy} onPress={() => reject(like)}>
        {say('different')}
      </Button>
    </span>
  )
  return (
    <Notice icon="people" action={choice}>
      {say('perhaps')} <Link to={`/customers/${like.customer.id}`}>{like.customer.name}</Link>
      {like.customer.email && like.customer.email !== like.customer.name ? ` (${like.customer.email})` : ''} — {why}
      {more > 0 && (
        <>
          {' '}
          <Link to={`/customers/${customer}`}>{say('more', { count: more })}</Link>
        </>
      )}
    </Notice>
  )
}

/** The reasons of a proposal, in words: « même adresse donnée dans le chat, non vérifiée ». */
export function useReasons({ reasons, said_by }: Pick<Likeness, 'reasons' | 'said_by'>): string {
  const say = useWords(words)
  const where = said_by === 'chat' || said_by === 'form' ? ` ${say(`said_${said_by}`)}` : ''
  return reasons
    .map((reason) =>
      reason.endsWith('_claimed') ? say(reason as `same_${'email' | 'phone'}_claimed`, { where }) : say(reason as Plain),
    ) // both are told apart by their end
    .join(', ')
}
type Plain = Exclude<Likeness['reasons'][number], `${string}_claimed`>

/** Saying that two records are one person or two, each with its way back. */
export function useVerdict(customer: CustomerId, onChange?: () => void) {
  const say = useWords(words)
  const part = useSend(removeJoin, { refetch: stale, ...(onChange ? { onDone: onChange } : {}) })
  const takeBack = useSend(deleteLikeness, { refetch: stale })
  const answer = useSend(putLikeness, { onDone: () => void refetch(...stale).then(onChange) })
  const accept = (like: Likeness) =>
    answer.mutate(
      { customer, with: like.customer.id, is: 'same' },
      {
        onSuccess: ({ join }) => {
          if (join) toast({ tone: 'good', text: say('joined', { name: like.customer.name }), seconds: 10, action: { label: say('undo'), run: () => part.mutate({ customer, join }) } })
        },
      },
    ) // prettier-ignore
  const reject = (like: Likeness) =>
    answer.mutate(
      { customer, with: like.customer.id, is: 'different' },
      {
        onSuccess: () =>
          void toast({ text: say('toldApart'), seconds: 10, action: { label: say('undo'), run: () => takeBack.mutate({ customer, with: like.customer.id }) } }),
      },
    ) // prettier-ignore
  return { accept, reject, busy: answer.isPending }
}
