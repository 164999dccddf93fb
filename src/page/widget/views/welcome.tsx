/** @jsxImportSource preact */
// Before anything is said: a greeting, who will answer and when, and what else one can do.
import { change, type Chat } from '../chat.ts'
import { momentIn } from '../moments.ts'
import { waitWords } from '../rules/waiting.ts'
import { speaking } from '../words/speak.ts'
import { forms } from './extras.ts'
import { later } from './later.tsx'
import { Sign } from './sign.tsx'

const Hours = later(forms, (module) => module.Hours)

// Greetings are typed with plain spaces, and French wants none of them at the end of a line.
const unbroken = (text: string): string => text.replace(/ (?=[!?:;»])/g, '\u202f').replace('« ', '«\u202f')

export function Welcome({ chat }: { chat: Chat }) {
  const { reception, language, isKept } = chat.state
  const say = speaking(language)
  if (!reception) return <p class="aside">{say('loading')}</p>
  const { greeting, open, opens_at, hours, may_call_back, privacy } = reception
  const standing = open
    ? waitWords(reception, language)
    : opens_at
      ? say('backAt', { when: momentIn(opens_at, language) })
      : say('backUnknown')
  return (
    <div class="welcome">
      <p class="greeting">{unbroken(greeting[language]) || say('hello')}</p>
      <p class="when">
        <Sign name="clock" /> <span>{standing}</span>
      </p>
      {may_call_back && (
        <button type="button" class="choice" onClick={() => change(chat, { view: 'call' })}>
          <Sign name="phone" /> {say('callTitle')}
        </button>
      )}
      {hours.length > 0 && (
        <details>
          <summary>{say('hours')}</summary>
          <Hours chat={chat} />
        </details>
      )}
      <p class="small">
        {say(isKept ? 'kept' : 'notKept')}{' '}
        {privacy && (
          <a href={privacy} target="_blank" rel="noopener noreferrer">
            {say('privacy')}
            <span class="unseen"> {say('newTab')}</span>
          </a>
        )}
      </p>
    </div>
  )
}
