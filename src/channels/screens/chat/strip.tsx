import { useRouterState } from '@tanstack/react-router'
import { ButtonLink } from '#ui/button'
import type { Case } from '#cases/contract'
import { Panel } from '#ui/layout'
import { useAsk } from '#ui/query'
import { useWords } from '#ui/words'
import { getChat, type OpenChat } from '../../contract.ts'
import { useHere } from './here.ts'
import { keepFresh } from './lists/fresh.ts'
import { Dots } from './lists/dots.tsx'
import { Waiting } from './lists/waiting-clock.tsx'
import { words } from './strip-words.ts'
import { nameOf } from './visitor.ts'
import './strip.css'

keepFresh()

/** Beside a case: that its visitor is on the chat now, and the way there. A case without a chat shows nothing. */
export function ChatStrip({ found }: { found: Case }) {
  const besideItself = useRouterState({ select: ({ location }) => location.pathname === '/chats' })
  const last = found.conversations.findLast(({ channel }) => channel === 'chat')
  return last && !besideItself ? <OfChat conversation={last.id} /> : null
}

function OfChat({ conversation }: { conversation: OpenChat['conversation_id'] }) {
  const chat = useAsk(getChat, { conversation }, { staleSeconds: 20 }).data
  return chat && chat.over_at === null ? <Strip chat={chat} /> : null
}

function Strip({ chat }: { chat: OpenChat }) {
  const say = useWords(words)
  const here = useHere(chat.conversation_id, chat.online)
  const name = nameOf(chat) || say('visitor')
  return (
    <Panel {...(chat.waiting_since ? { tone: 'promise' as const } : {})}>
      <div className="chats-strip">
        <p role="status">
          <strong>{name}</strong> {here.online ? say('online') : say('away')}
          {here.typing && (
            <>
              {' '}
              · <Dots /> {say('types')}
            </>
          )}
        </p>
        <p>
          {chat.served_by ? say('served', { name: chat.served_by.name }) : say('unserved')}{' '}
          {chat.waiting_since && <Waiting since={chat.waiting_since} />}
        </p>
        <ButtonLink size="small" icon="chat" href={`/desk/chats?chat=${chat.conversation_id}`}>
          {say('open')}
        </ButtonLink>
      </div>
    </Panel>
  )
}
