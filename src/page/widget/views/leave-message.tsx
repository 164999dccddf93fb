/** @jsxImportSource preact */
// When we are closed: a message, with a name and an address to answer to of whom the site does not already tell.
import { alive } from '../alive.ts'
import type { Chat } from '../chat.ts'
import { say as speak } from '../speak.ts'
import { speaking } from '../words/speak.ts'
import { keepText, tooLong } from './draft-text.ts'
import { Field, isEmail, showMistake } from './field.tsx'

export const LeaveMessage = alive<{ chat: Chat }, { name: string; email: string; text: string; isTried: boolean }>({
  first: ({ chat }) => ({ name: '', email: '', text: chat.text, isTried: false }),
  view: ({ chat }, { name, email, text, isTried, set }) => {
    const say = speaking(chat.state.language)
    const isKnown = isVouchedFor(chat)
    const wrongEmail = isKnown || isEmail(email) ? null : say('emailWrong')
    const wrongText = text.trim() === '' ? say('needed') : tooLong(chat, text)
    return (
      <form
        class="form below"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          set({ isTried: true })
          if (wrongEmail || wrongText) return showMistake(event.currentTarget)
          keepText(chat, '')
          speak(chat, text.trim(), { who: isKnown ? null : { name: name.trim(), email: email.trim() } })
        }}
      >
        <h3>{say('leaveTitle')}</h3>
        {!isKnown && (
          <div class="pair">
            <Field
              label={say('name')}
              name="name"
              complete="name"
              hint={say('optional')}
              value={name}
              onText={(next) => set({ name: next })}
            />
            <Field
              label={say('email')}
              name="email"
              type="email"
              complete="email"
              value={email}
              wrong={isTried ? wrongEmail : null}
              onText={(next) => set({ email: next })}
            />
          </div>
        )}
        <Field
          label={say('message')}
          name="message"
          long
          value={text}
          wrong={isTried ? wrongText : null}
          onText={(next) => {
            keepText(chat, next)
            set({ text: next })
          }}
        />
        <button type="submit" class="go">
          {say('leaveSend')}
        </button>
      </form>
    )
  },
})

// With an address proven by the site's token; until the server has judged the token, it is taken for good.
function isVouchedFor({ identity, state: { conversation } }: Chat): boolean {
  return conversation.welcomed ? Boolean(conversation.verified?.email) : identity !== null
}
