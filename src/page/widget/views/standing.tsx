/** @jsxImportSource preact */
// How things stand while nobody has answered yet: in honest words, never a number nobody knows.
import type { Chat } from '../chat.ts'
import { waitWords } from '../rules/waiting.ts'
import { speaking } from '../words/speak.ts'
import { forms } from './extras.ts'
import { later } from './later.tsx'

const Promised = later(forms, (module) => module.Promised)

export function Standing({ chat }: { chat: Chat }) {
  const { reception, conversation, language } = chat.state
  const { messages, outbox, servedBy, calledBack, over } = conversation
  const say = speaking(language)
  const isWaiting =
    messages.some(({ from }) => from === 'visitor') && !messages.some(({ from }) => from === 'agent') && outbox.length === 0
  return (
    <>
      {isWaiting && servedBy === null && reception?.open && !over && (
        <p class="aside">
          {say('arrived')} {waitWords(reception, language)}
        </p>
      )}
      {calledBack && <Promised chat={chat} />}
    </>
  )
}
