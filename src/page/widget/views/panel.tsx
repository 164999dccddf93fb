/** @jsxImportSource preact */
// The conversation's own window: a panel beside the page, or the whole screen of a phone.
import { alive } from '../alive.ts'
import { change, type Chat } from '../chat.ts'
import { followKeyboard } from '../follow-keyboard.ts'
import { close } from '../opening.ts'
import { takeFiles } from './take-files.ts'
import { speaking } from '../words/speak.ts'
import { Composer } from './composer.tsx'
import { fetchAtLeisure, forms } from './extras.ts'
import { Head } from './head.tsx'
import { later } from './later.tsx'
import { Strip } from './strip.tsx'
import { Thread } from './thread.tsx'
import { Who } from './who.tsx'

const CallBack = later(forms, (module) => module.CallBack)
const Options = later(forms, (module) => module.Options)
const LeaveMessage = later(forms, (module) => module.LeaveMessage)

export const Panel = alive<{ chat: Chat }, { isOver: boolean; refused: readonly string[] }>({
  first: () => ({ isOver: false, refused: [] }),
  mounted: (element, { chat }) => {
    const hide = show(element as HTMLDialogElement, chat.state.isSheet) // the view below
    fetchAtLeisure(chat)
    return hide
  },
  drawn: (element, { chat: { state } }) => {
    if (element.dataset['view'] !== state.view) aim(element, state.view === 'thread' ? ['textarea', 'h2'] : ['h2'])
    element.dataset['view'] = state.view
  },
  view: ({ chat }, { isOver, refused, set, root }) => {
    const { view, language, reception } = chat.state
    const say = speaking(language)
    const take = (chosen: readonly File[]): void => void takeFiles(chat, chosen).then((why) => set({ refused: why }))
    return (
      <dialog
        ref={root}
        class={isOver ? 'panel over' : 'panel'}
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
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes('Files') || view !== 'thread') return
          event.preventDefault()
          set({ isOver: true })
        }}
        onDragLeave={(event) => event.relatedTarget === null && set({ isOver: false })}
        onDrop={(event) => {
          event.preventDefault()
          set({ isOver: false })
          take([...(event.dataTransfer?.files ?? [])])
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
            <Below chat={chat} take={take} refused={refused} />
          </>
        )}
        {isOver && <p class="drop">{say('dropHere')}</p>}
      </dialog>
    )
  },
})

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

type Taking = { chat: Chat; take: (files: readonly File[]) => void; refused: readonly string[] }

// Outside opening hours the first message is a letter: who it is from, and where to answer.
function Below({ chat, take, refused }: Taking) {
  const { reception, conversation } = chat.state
  const isBegun = conversation.known || conversation.outbox.length > 0
  if (reception && !reception.open && !isBegun) return reception.may_leave ? <LeaveMessage chat={chat} /> : null
  return <Composer chat={chat} take={take} refused={refused} />
}
