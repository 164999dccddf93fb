/** @jsxImportSource preact */
// Who is on the other side, and whether they are there.
import { change, type Chat } from '../chat.ts'
import { close } from '../opening.ts'
import { speaking } from '../words/speak.ts'
import { FaceOf } from './face.tsx'
import { Sign } from './sign.tsx'

export function Head({ chat }: { chat: Chat }) {
  const { view, language } = chat.state
  const say = speaking(language)
  return (
    <header class="head">
      {view !== 'thread' && (
        <button type="button" class="tool" aria-label={say('back')} onClick={() => change(chat, { view: 'thread' })}>
          <Sign name="back" />
        </button>
      )}
      <Faces chat={chat} />
      {view !== 'options' && (
        <button type="button" class="tool more" aria-label={say('options')} onClick={() => change(chat, { view: 'options' })}>
          <Sign name="more" />
        </button>
      )}
      <button type="button" class="tool" aria-label={say('close')} onClick={() => close(chat)}>
        <Sign name="down" />
      </button>
    </header>
  )
}

function Faces({ chat }: { chat: Chat }) {
  const { language, reception, conversation, view } = chat.state
  const { servedBy } = conversation
  const say = speaking(language)
  const faces = servedBy ? [servedBy] : (reception?.answering ?? [])
  return (
    <>
      {view === 'thread' && faces.length > 0 && (
        <span class="faces">
          {faces.map((face) => (
            <FaceOf key={face.name} face={face} base={chat.site.base} />
          ))}
        </span>
      )}
      <div class="names">
        <h2 tabIndex={-1}>{servedBy?.name ?? reception?.brand.name ?? say('open')}</h2>
        {reception && (
          <p class={reception.open ? 'standing is-open' : 'standing'}>
            {servedBy ? reception.brand.name : say(reception.open ? 'online' : 'closed')}
          </p>
        )}
      </div>
    </>
  )
}
