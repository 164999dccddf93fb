/** @jsxImportSource preact */
// Where to answer if the visitor leaves.
import { alive } from '../alive.ts'
import { change, type Chat } from '../chat.ts'
import { tellWho } from '../wishes.ts'
import { speaking } from '../words/speak.ts'
import { Field, isEmail, showMistake } from './field.tsx'

export const Asking = alive<{ chat: Chat }, { name: string; email: string; isTried: boolean }>({
  first: () => ({ name: '', email: '', isTried: false }),
  view: ({ chat }, { name, email, isTried, set }) => {
    const say = speaking(chat.state.language)
    const wrong = email.trim() === '' || isEmail(email) ? null : say('emailWrong')
    return (
      <form
        class="form who"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          set({ isTried: true })
          if (wrong) return showMistake(event.currentTarget)
          if (name.trim() || email.trim()) tellWho(chat, { name: name.trim(), email: email.trim() })
          else change(chat, { isAsked: true })
        }}
      >
        <p>
          <strong>{say('whoTitle')}</strong> {say('whoWhy')}
        </p>
        <div class="pair">
          <Field label={say('name')} name="name" complete="name" value={name} onText={(next) => set({ name: next })} />
          <Field
            label={say('email')}
            name="email"
            type="email"
            complete="email"
            value={email}
            wrong={isTried ? wrong : null}
            onText={(next) => set({ email: next })}
          />
        </div>
        <p class="row">
          <button type="submit" class="go">
            {say('whoSave')}
          </button>
          <button type="button" class="link" onClick={() => change(chat, { isAsked: true })}>
            {say('whoNo')}
          </button>
        </p>
      </form>
    )
  },
})
