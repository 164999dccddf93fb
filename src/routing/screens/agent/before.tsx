import { Badge } from '#ui/badge'
import { Icon } from '#ui/icon'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { OfferCard } from '../../contract.ts'
import { words } from './offer-words.ts'

type Shown = { card: OfferCard; of: string; due_at: string | null } // when what is offered is due, which is said above

/** What came before: how often today, what we owe them, their last contacts. Each is said once. */
export function Before({ card: { history, promise, case: found }, of, due_at }: Shown) {
  const say = useWords(words)
  const { earlier_today, last } = history
  const promises = history.promises.filter((each) => each.what !== promise?.what || !isSame(each.due_at, promise.due_at))
  return (
    <div className="routing-before" role="group" aria-label={say('before', { of })}>
      {earlier_today > 0 && (
        <p className="routing-again">
          <Icon name="refresh" size={16} /> {say('again', { count: earlier_today })}
        </p>
      )}
      {promise && (
        <p>
          <Icon name="phone" size={16} />{' '}
          {!isSame(promise.due_at, due_at) && (
            <>
              {say('call_owed')} <Time at={promise.due_at} /> ·{' '}
            </>
          )}
          {promise.what}
        </p>
      )}
      {promises.map(({ what, due_at, late }) => (
        <p key={`${due_at} ${what}`}>
          <Badge tone={late ? 'danger' : 'promise'}>{say(late ? 'late' : 'promised')}</Badge> {what} · <Time at={due_at} />
        </p>
      ))}
      {last.length > 0 && (
        <ul>
          {last.map(({ case_id, subject, open, at, owner }) => (
            <li key={case_id}>
              <Badge tone={open ? 'accent' : 'neutral'}>{say(open ? 'open' : 'closed')}</Badge> <span>{subject}</span>{' '}
              <small>
                {owner} · <Time at={at} />
              </small>
            </li>
          ))}
        </ul>
      )}
      {last.length === 0 && earlier_today === 0 && promises.length === 0 && found && (
        <p className="routing-quiet">{say('noBefore')}</p>
      )}
    </div>
  )
}

const isSame = (one: string, other: string | null): boolean => other !== null && Date.parse(one) === Date.parse(other)
