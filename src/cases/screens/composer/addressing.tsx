import { useMemo, useState, type ReactNode } from 'react'
import { getCustomer, type CustomerId } from '#customers/contract'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import type { Address, Case, Way } from '../../contract.ts'
import { answerTo, lastArrival, otherPeople } from './answering.ts'
import { words } from './composer-words.ts'
import type { ReplyDraft } from './draft.ts'
import { Recipients } from './recipients.tsx'

/** To whom, under which subject, and who else could be added. */
export function useAddressing(found: Case, draft: ReplyDraft, way: Way | null) {
  const last = useMemo(() => lastArrival(onThis(found, way)), [found, way])
  const asked = found.customer !== null && last === null && way === null
  const card = useAsk(getCustomer, { id: (found.customer?.id ?? '') as CustomerId }, { enabled: asked }).data // only asked with an id
  const mail = card?.identities
    .filter(({ kind }) => kind === 'email')
    .toSorted((a, b) => Number(b.preferred) - Number(a.preferred))[0]
  const usual = way ? way.to : answerTo(last, card && mail ? { name: card.name, address: mail.value } : null)
  const to = draft.to ?? usual.map(({ name, address }) => ({ name, address }))
  const subject = draft.subject ?? replySubject(last?.subject || found.subject)
  return { to, subject, others: otherPeople(onThis(found, way), last, [...to, ...draft.cc]) }
}

// What was said on the way the answer takes: people of another conversation are not its people.
const onThis = ({ conversations }: Case, way: Way | null): Pick<Case, 'conversations'> => ({
  conversations: way ? conversations.filter(({ id }) => id === way.conversation) : conversations,
})

// As the server does when no subject is given (rules/reply-subject.ts): shown before it is sent.
function replySubject(subject: string): string {
  const bare = subject.replace(/^\s*(?:(?:re|ré|rép|aw|sv|r|fw|fwd|tr|wg)\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+/iu, '').trim()
  return bare === '' ? 'Re:' : `Re: ${bare}`
}

type AddressingProps = {
  chooser: ReactNode // by which way it travels
  draft: ReplyDraft
  to: Address[]
  subject: string
  others: Address[]
  change: (part: Partial<ReplyDraft>) => void
}

export function Addressing({ chooser, draft, to, subject, others, change }: AddressingProps) {
  const say = useWords(words)
  const [copying, setCopying] = useState(false)
  const [titling, setTitling] = useState(false)
  const cc = draft.cc.length > 0 || copying
  return (
    <div className="cases-addressing">
      <div className="cases-addressing-line">
        {chooser}
        <Recipients label={say('to')} people={to} onChange={(people) => change({ to: people })} />
        {others.length > 0 && (
          <Button size="small" tone="quiet" icon="replyAll" onPress={() => change({ cc: [...draft.cc, ...others] })}>
            {say('addOthers', { count: others.length })}
          </Button>
        )}
        {!cc && (
          <Button size="small" tone="quiet" onPress={() => setCopying(true)} aria-label={say('addCc')}>
            {say('cc')}
          </Button>
        )}
        {!titling && (
          <Button size="small" tone="quiet" onPress={() => setTitling(true)} aria-label={say('editSubject')}>
            {say('subject')}
          </Button>
        )}
      </div>
      {cc && <Recipients label={say('cc')} people={draft.cc} onChange={(people) => change({ cc: people })} autoFocus={copying} />}
      {titling && (
        <TextField
          label={say('subject')}
          hideLabel
          value={subject}
          onChange={(next) => change({ subject: next })}
          maxLength={300}
          autoFocus
        />
      )}
    </div>
  )
}
