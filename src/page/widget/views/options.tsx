/** @jsxImportSource preact */
// The visitor's own settings, and what this device keeps of them.
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import { forget } from '../opening.ts'
import { askPage, chooseLanguage, hearChimes, leave } from '../wishes.ts'
import { speaking } from '../words/speak.ts'
import { Drawn, Sign } from './sign.tsx'

const OUTSIDE = 'M14 5h5v5m0-5-8 8M10 5H6.5A1.5 1.5 0 0 0 5 6.5v11A1.5 1.5 0 0 0 6.5 19h11a1.5 1.5 0 0 0 1.5-1.5V14'
const LANGUAGES = { fr: 'Français', en: 'English' } as const

export const Options = alive<{ chat: Chat }, { asked: 'no' | 'sure' | 'done' }>({
  mounted: (element, { chat }) => {
    element.querySelector('h3')?.focus()
    askPage(chat)
  },
  first: () => ({ asked: 'no' }),
  view: ({ chat }, { root, asked, set }) => {
    const { language, conversation, reception, isKept } = chat.state
    const say = speaking(language)
    return (
      <div class="form page options" ref={root}>
        <h3 tabIndex={-1}>{say('options')}</h3>
        <label class="radio">
          <input type="checkbox" checked={chat.chime !== null} onChange={() => hearChimes(chat)} /> {say('sound')}
        </label>
        <div class="pair two" role="group" aria-label="Langue · Language">
          {(['fr', 'en'] as const).map((each) => (
            <button
              key={each}
              type="button"
              class="choice"
              lang={each}
              aria-pressed={language === each}
              onClick={() => chooseLanguage(chat, each)}
            >
              {LANGUAGES[each]}
            </button>
          ))}
        </div>
        <ul>
          {conversation.page && (
            <Outside to={new URL(conversation.page, chat.site.base).href} label={say('followPage')} newTab={say('newTab')} />
          )}
          {reception?.privacy && <Outside to={reception.privacy} label={say('privacy')} newTab={say('newTab')} />}
          {conversation.known && !conversation.over && (
            <li>
              <button type="button" class="choice" onClick={() => leave(chat)}>
                <Sign name="cross" /> {say('leave')}
              </button>
            </li>
          )}
        </ul>
        <p class="small" role="status">
          {asked === 'done' ? say('forgotten') : say(isKept ? 'kept' : 'notKept')}
        </p>
        {isKept && asked !== 'sure' && (
          <button type="button" class="choice bad" onClick={() => set({ asked: 'sure' })}>
            {say('forget')}
          </button>
        )}
        {asked === 'sure' && (
          <div class="sure" role="alert">
            <p>{say('forgetSure')}</p>
            <p class="row">
              <button
                type="button"
                class="choice bad"
                onClick={() => {
                  forget(chat)
                  set({ asked: 'done' })
                }}
              >
                {say('forgetYes')}
              </button>
              <button type="button" class="link" onClick={() => set({ asked: 'no' })}>
                {say('cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
    )
  },
})

const Outside = ({ to, label, newTab }: { to: string; label: string; newTab: string }) => (
  <li>
    <a class="choice" href={to} target="_blank" rel="noopener noreferrer">
      <Drawn path={OUTSIDE} /> {label}
      <span class="unseen"> {newTab}</span>
    </a>
  </li>
)
