import { Link } from '@tanstack/react-router'
import { Button, IconButton } from '#ui/button'
import { Icon } from '#ui/icon'
import { Avatar } from '#ui/person'
import { useWords } from '#ui/words'
import type { OpenChat } from '../../../contract.ts'
import { useHere } from '../here.ts'
import { words as pageWords } from '../words.ts'
import { words } from './thread-words.ts'
import { TrustBadge } from './trust-badge.tsx'

export type Actions = {
  take: (() => void) | null
  hand: (() => void) | null
  end: (() => void) | null
  beside: () => void
  isBeside: boolean
}
type Heading = { chat: OpenChat; name: string; me: string | undefined; actions: Actions }

/** Who it is and how far that is proven, whether they are there; who serves the chat, who answers for the case; what can be done. */
export function ChatHead({ chat, name, me, actions }: Heading) {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const { online } = useHere(chat.conversation_id, chat.online)
  const present = (
    <span className="chats-head-here" data-online={online || undefined}>
      {online ? say('online') : say('offline')}
    </span>
  ) // after the name, or on a phone below it
  return (
    <header className="chats-head">
      <Link to="/chats" className="chats-back" aria-label={sayPage('back')}>
        <Icon name="left" size={20} />
      </Link>
      <span className="chats-face" data-online={online || undefined}>
        <Avatar person={{ id: chat.conversation_id, name }} size={36} />
      </span>
      <div className="chats-head-words">
        <div className="chats-head-name">
          <h2>{name}</h2>
          <TrustBadge chat={chat} />
          {present}
        </div>
        <p className="chats-head-who">
          {present}
          <Link to={`/cases/${chat.case_id}`}>{say('caseNumber', { number: chat.case_number })}</Link>
          <span>
            {say('serves')} <strong>{serverName(chat, me, { you: say('servesYou'), nobody: say('nobody') })}</strong>
          </span>
          <span>
            {say('answersFor')} <strong>{chat.owner.id === me ? say('servesYou') : chat.owner.name}</strong>
          </span>
        </p>
      </div>
      <div className="chats-head-deeds" role="group" aria-label={say('more')}>
        {actions.take && (
          <Button tone="primary" icon="take" keys="T" onPress={actions.take}>
            {chat.served_by ? say('takeOver') : say('take')}
          </Button>
        )}
        {actions.hand && <IconButton icon="handover" label={sayPage('hand')} keys="H" onPress={actions.hand} />}
        {actions.end && <IconButton icon="check" label={sayPage('end')} keys="X" onPress={actions.end} />}
        <IconButton icon="info" label={sayPage('beside')} keys="I" aria-pressed={actions.isBeside} onPress={actions.beside} />
      </div>
    </header>
  )
}

function serverName({ served_by }: OpenChat, me: string | undefined, otherwise: { you: string; nobody: string }): string {
  if (!served_by) return otherwise.nobody
  return served_by.id === me ? otherwise.you : served_by.name
}
