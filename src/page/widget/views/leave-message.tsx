/** @jsxImportSource preact */
// When we are closed: a message with a name and an address to answer to.
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
    const wrongEmail = isEmail(email) ? null : say('emailWrong')
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
          speak(chat, text.trim(), { who: { name: name.trim(), email: email.trim() } })
        }}
      >
        <h3>{say('leaveTitle')}</h3>
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
