/** @jsxImportSource preact */
// "Call me": a number, what it is about, and when.
import { alive } from '../alive.ts'
import { change, type Chat } from '../chat.ts'
import { askCall } from '../wishes.ts'
import { speaking } from '../words/speak.ts'
import { Field, isPhone, showMistake } from './field.tsx'

const empty = { name: '', phone: '', about: '', at: '', isSet: false, isTried: false }
const isToCome = (at: Date): boolean => at.getTime() > Date.now()

export const CallBack = alive<{ chat: Chat }, typeof empty>({
  mounted: (element) => element.querySelector('h3')?.focus(),
  first: () => empty,
  view: ({ chat }, { root, set, isTried, ...wish }) => {
    const say = speaking(chat.state.language)
    const at = wish.isSet ? new Date(wish.at) : null
    const wrongPhone = isPhone(wish.phone) ? null : say('phoneWrong')
    const wrongAt = at === null || isToCome(at) ? null : say('momentWrong')
    return (
      <form
        ref={root}
        class="form page"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          set({ isTried: true })
          if (wrongPhone || wrongAt) return showMistake(event.currentTarget)
          askCall(chat, {
            name: wish.name.trim(),
            phone: wish.phone.trim(),
            about: wish.about.trim(),
            at: at?.toISOString() ?? null,
          })
          change(chat, { view: 'thread' })
        }}
      >
        <h3 tabIndex={-1}>{say('callTitle')}</h3>
        <p class="small">{say('callIntro')}</p>
        <Field
          label={say('callPhone')}
          name="tel"
          type="tel"
          complete="tel"
          value={wish.phone}
          wrong={isTried ? wrongPhone : null}
          onText={(phone) => set({ phone })}
        />
        <Field
          label={say('name')}
          name="name"
          complete="name"
          hint={say('optional')}
          value={wish.name}
          onText={(name) => set({ name })}
        />
        <Field
          label={say('callAbout')}
          name="about"
          hint={say('optional')}
          value={wish.about}
          onText={(about) => set({ about })}
        />
        <fieldset>
          <legend>{say('callWhen')}</legend>
          {[false, true].map((isSet) => (
            <label key={String(isSet)} class="radio">
              <input type="radio" name="when" checked={wish.isSet === isSet} onChange={() => set({ isSet })} />{' '}
              {say(isSet ? 'callAt' : 'callSoon')}
            </label>
          ))}
        </fieldset>
        {wish.isSet && (
          <Field
            label={say('callMoment')}
            name="at"
            type="datetime-local"
            value={wish.at}
            wrong={isTried ? wrongAt : null}
            onText={(next) => set({ at: next })}
          />
        )}
        <button type="submit" class="go">
          {say('callSend')}
        </button>
      </form>
    )
  },
})
