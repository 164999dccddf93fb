/** @jsxImportSource preact */
// The call that was promised, and the number of the request.
import type { Chat } from '../chat.ts'
import { momentIn } from '../moments.ts'
import { speaking } from '../words/speak.ts'

export function Promised({ chat: { state } }: { chat: Chat }) {
  const { language, conversation } = state
  const { calledBack } = conversation
  const say = speaking(language)
  return (
    calledBack && (
      <p class="promise">
        {calledBack.promised ? say('callPromised', { when: momentIn(calledBack.promised, language) }) : say('callPromisedSoon')}{' '}
        {say('callNumber', { number: calledBack.number })}
      </p>
    )
  )
}
