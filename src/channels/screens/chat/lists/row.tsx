import { Link } from '@tanstack/react-router'
import { Count } from '#ui/badge'
import { readDraft } from '#ui/drafts'
import { Icon } from '#ui/icon'
import { Avatar } from '#ui/person'
import { Time } from '#ui/time'
import { useWords } from '#ui/words'
import type { Chat, ChatState } from '../../../contract.ts'
import { useHere } from '../here.ts'
import { nameOf, trustOf } from '../visitor.ts'
import { words } from '../words.ts'
import { isDraft, NO_DRAFT, subjectOf } from '../writing/draft.ts'
import { Dots } from './dots.tsx'
import { Waiting } from './waiting-clock.tsx'

type Rowing = { chat: Chat; state: ChatState; chosen: boolean; nth: number | null }

/** One chat: who, the last line, how long they have been waiting, what is unread. */
export function Row({ chat, state, chosen, nth }: Rowing) {
  const say = useWords(words)
  const here = useHere(chat.conversation_id, chat.online)
  const name = nameOf(chat) || say('visitorOf', { number: chat.case_number })
  return (
    <Link
      to="/chats"
      search={{ chat: chat.conversation_id } as never} // the page of this room knows it
      className="chats-row"
      aria-current={chosen ? 'true' : undefined}
      data-unread={chat.unread > 0 || undefined}
      data-chat={chat.conversation_id}
    >
      <span className="chats-face" data-online={here.online || undefined}>
        <Avatar person={{ id: chat.conversation_id, name }} size={36} />
      </span>
      <span className="chats-row-words">
        <span className="chats-row-top">
          <strong>{name}</strong>
          <Trusted chat={chat} />
          {here.online && <span className="unseen">, {say('online')}</span>}
        </span>
        <LastWords chat={chat} typing={here.typing} chosen={chosen} />
        {state === 'others' && chat.served_by && <small>{say('servedBy', { name: chat.served_by.name })}</small>}
      </span>
      <span className="chats-row-end">
        {chat.waiting_since && state !== 'ended' ? <Waiting since={chat.waiting_since} /> : <Time at={chat.last.at} />}
        <span className="chats-row-marks">
          {nth !== null && (
            <kbd aria-hidden="true" className="chats-nth">
              {nth}
            </kbd>
          )}
          {chat.unread > 0 && (
            <>
              <span aria-hidden="true">
                <Count value={chat.unread} tone="accent" />
              </span>
              <span className="unseen">{say('unread', { count: chat.unread })}</span>
            </>
          )}
        </span>
      </span>
    </Link>
  )
}

function Trusted({ chat }: { chat: Chat }) {
  const say = useWords(words)
  const trust = trustOf(chat.visitor)
  if (trust === 'anonymous') return null
  return (
    <span className="chats-trust" data-trust={trust} title={say(trust === 'proven' ? 'provenText' : 'saidText')}>
      {trust === 'proven' && <Icon name="shield" size={14} />}
      {trust === 'proven' ? <span className="unseen">{say('proven')}</span> : say('said')}
    </span>
  )
}

function LastWords({ chat, typing, chosen }: { chat: Chat; typing: boolean; chosen: boolean }) {
  const say = useWords(words)
  if (typing)
    return (
      <span className="chats-row-last" data-typing>
        <Dots /> {say('types')}
      </span>
    )
  const kept = readDraft(subjectOf(chat.conversation_id))?.value
  const draft = isDraft(kept) ? kept : NO_DRAFT
  if (!chosen && draft.text.trim() !== '')
    return (
      <span className="chats-row-last">
        <em>{say('draft')}</em> {draft.text}
      </span>
    )
  return (
    <span className="chats-row-last">
      {chat.last.from === 'agent' && <span className="chats-row-us">{say('you')} </span>}
      {chat.last.excerpt || '…'}
    </span>
  )
}
