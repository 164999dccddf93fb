/** @jsxImportSource preact */
// The bubble at the edge of the page, and the conversation above it.
import type { Chat } from '../chat.ts'
import { close, open } from '../opening.ts'
import { unread } from '../rules/conversation.ts'
import { speaking } from '../words/speak.ts'
import { Icon } from './icon.tsx'

const aloof = (event: Event): void => event.stopPropagation() // the site's own keys are not for what is written here

export function App({ chat }: { chat: Chat }) {
  const { isOpen, isSheet, isKept, reception, conversation, spoken } = chat.state
  if (!reception && !isKept && conversation.outbox.length === 0) return null
  const Window = isOpen ? chat.window : null
  return (
    <div class={isSheet ? 'all sheet' : 'all'} onKeyDown={aloof} onKeyUp={aloof} onKeyPress={aloof}>
      {Window && <Window key={String(isSheet)} chat={chat} />}
      <Bubble chat={chat} isTurning={isOpen && !Window} />
      <p class="unseen" role="status">
        {isOpen ? '' : spoken}
      </p>
    </div>
  )
}

function Bubble({ chat, isTurning }: { chat: Chat; isTurning: boolean }) {
  const { isOpen, language, conversation } = chat.state
  const say = speaking(language)
  const count = isOpen ? 0 : unread(conversation)
  const name = isOpen ? say('close') : say(count > 0 ? 'openUnread' : 'open', { count })
  return (
    <button
      class="bubble"
      type="button"
      aria-expanded={isOpen}
      aria-haspopup="dialog"
      aria-label={name}
      onClick={() => (isOpen ? close(chat) : open(chat))}
    >
      {isTurning ? <span class="turning" /> : <Icon name={isOpen ? 'down' : 'bubble'} />}
      {count > 0 && <span class="count">{count > 99 ? '99+' : count}</span>}
    </button>
  )
}
