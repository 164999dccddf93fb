/** @jsxImportSource preact */
// One line between the thread and the composer: what stands in the way, or who is writing.
import { change, type Chat } from '../chat.ts'
import { drop, sayAgain } from '../speak.ts'
import { speaking, type Say } from '../words/speak.ts'
import { Sign } from './sign.tsx'

const PATIENCE = 2 // attempts, before a line that is being renewed is called gone

export function Strip({ chat }: { chat: Chat }) {
  const { language, conversation, isDue } = chat.state
  const say = speaking(language)
  const { refused, distrusted, typing, outbox } = conversation
  const call = outbox.find(({ kind }) => kind === 'call')
  const trouble = troubleOf(chat, say)
  const note = noteOf(chat, say)
  return (
    <div class="strips">
      {typing !== null && (
        <p class="typing">
          <i />
          <i />
          <i /> {say('typing', { name: typing })}
        </p>
      )}
      <p role="status" class={trouble ? 'strip' : note ? 'strip quiet' : 'unseen'}>
        {trouble ?? note}
      </p>
      {distrusted && <p class="strip">{say('anonymous')}</p>}
      {call && (
        <p class="strip" role="status">
          {call.refused ? call.refused[language] : say('callSent')}
          {call.refused && <Mend chat={chat} id={call.id} say={say} />}
        </p>
      )}
      {isDue && <p class="strip quiet">{say('stillUploading')}</p>}
      {refused && (
        <p class="strip bad" role="alert">
          {refused[language]}
          <button
            type="button"
            class="tool"
            aria-label={say('dismiss')}
            onClick={() => change(chat, { conversation: { ...conversation, refused: null } })}
          >
            <Sign name="cross" />
          </button>
        </p>
      )}
    </div>
  )
}

export const Mend = ({ chat, id, say }: { chat: Chat; id: string; say: Say }) => (
  <span class="mend">
    <button type="button" class="link" onClick={() => sayAgain(chat, id)}>
      {say('retry')}
    </button>
    <button type="button" class="link" onClick={() => drop(chat, id)}>
      {say('discard')}
    </button>
  </span>
)

function troubleOf({ state: { isOnline, line, attempts } }: Chat, say: Say): string | null {
  if (!isOnline) return say('offline')
  if (line !== 'lost') return null
  return say(attempts > PATIENCE ? 'unreachable' : 'reconnecting')
}

function noteOf({ state: { conversation, reception } }: Chat, say: Say): string | null {
  if (conversation.over) return say('over')
  return reception && !reception.open && conversation.known ? say('closedStill') : null
}
