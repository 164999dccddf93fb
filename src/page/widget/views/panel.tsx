/** @jsxImportSource preact */
// The conversation's own window: a panel beside the page, or the whole screen of a phone.
import { alive } from '../alive.ts'
import { change, type Chat } from '../chat.ts'
import { followKeyboard } from '../follow-keyboard.ts'
import { close } from '../opening.ts'
import { takeFiles } from './take-files.ts'
import { speaking } from '../words/speak.ts'
import { Composer } from './composer.tsx'
import { fetchAtLeisure, files, forms } from './extras.ts'
import { Head } from './head.tsx'
import { later } from './later.tsx'
import { Strip } from './strip.tsx'
import { Thread } from './thread.tsx'
import { Who } from './who.tsx'

const CallBack = later(forms, (module) => module.CallBack)
const Options = later(forms, (module) => module.Options)
const LeaveMessage = later(forms, (module) => module.LeaveMessage)

export const Panel = alive<{ chat: Chat }, { refused: readonly string[] }>({
  first: () => ({ refused: [] }),
  mounted: (element, { chat }, { set }) => {
    const hide = show(element as HTMLDialogElement, chat.state.isSheet) // the view below
    void fetchAtLeisure(chat).then(() => files.there()?.watchDrops(chat, element, (chosen) => take(chat, chosen, set)))
    return hide
  },
  drawn: (element, { chat: { state } }) => {
    if (element.dataset['view'] !== state.view) aim(element, state.view === 'thread' ? ['textarea', 'h2'] : ['h2'])
    element.dataset['view'] = state.view
  },
  view: ({ chat }, { refused, set, root }) => {
    const { view, language, reception } = chat.state
    const say = speaking(language)
    return (
      <dialog
        ref={root}
        class="panel"
        aria-label={say('chat', { brand: reception?.brand.name ?? '' })}
        onCancel={(event) => {
          event.preventDefault()
          close(chat)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          if (view === 'thread') close(chat)
          else change(chat, { view: 'thread' })
        }}
      >
        <Head chat={chat} />
        {view === 'call' && <CallBack chat={chat} />}
        {view === 'options' && <Options chat={chat} />}
        {view === 'thread' && (
          <>
            <Thread chat={chat} />
            <Strip chat={chat} />
            <Who chat={chat} />
            <Below chat={chat} take={(chosen) => take(chat, chosen, set)} refused={refused} />
          </>
        )}
      </dialog>
    )
  },
})

function take(chat: Chat, chosen: readonly File[], set: (news: { refused: readonly string[] }) => void): void {
  void takeFiles(chat, chosen).then((refused) => set({ refused }))
}

// The first of these that is there gets the focus.
function aim(within: HTMLElement, names: string[]): void {
  for (const name of names) {
    const found = within.querySelector<HTMLElement>(name)
    if (found) return found.focus()
  }
}

function show(dialog: HTMLDialogElement, isSheet: boolean): () => void {
  if (isSheet) dialog.showModal()
  else dialog.show()
  dialog.dataset['view'] = 'thread'
  aim(dialog, isSheet ? ['h2'] : ['textarea', 'h2']) // a phone's keyboard would hide the greeting
  const rest = isSheet ? followKeyboard(dialog) : undefined
  return () => {
    rest?.()
    dialog.close()
  }
}

type Given = { chat: Chat; take: (files: readonly File[]) => void; refused: readonly string[] }

// Outside opening hours the first message is a letter: who it is from, and where to answer.
function Below({ chat, take, refused }: Given) {
  const { reception, conversation } = chat.state
  const isBegun = conversation.known || conversation.outbox.length > 0
  if (reception && !reception.open && !isBegun) return reception.may_leave ? <LeaveMessage chat={chat} /> : null
  return <Composer chat={chat} take={take} refused={refused} />
}
